import CanonicalJSON
import DevelopmentCertificates
import Facts
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("one process, one data directory")
    struct DirectoryTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test("a second gateway on the same directory says which, and ends")
        func second() async throws {
            let second = try await workplace.home.run("serve")
            #expect(second.end == .code(1))
            #expect(second.errors.contains(workplace.home.data))
            #expect(second.errors.contains("in use"))
        }

        @Test("commands go through a running gateway, and work without one")
        func commands() async throws {
            let folder = try await workplace.anotherFolder("commands")
            let extract = SyntheticExtract(of: workplace.population)
            let number = try #require(extract.enterprise(at: 1)).number
            let (full, update) = (folder.path + "/full.zip", folder.path + "/update.zip")
            try extract.writeFull(to: full)
            try extract.writeUpdate(to: update)

            let alone = try await folder.run("kbo", "import", full)
            #expect(alone.end == .code(0), "\(alone.errors)")
            #expect(try await folder.entries().isEmpty)

            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            let reply = try await application.ask(.enterprise(number))
            #expect(reply.status == 200)
            #expect(reply.body["enterprise"]?["enterpriseNumber"]?.string == number.digits)
            #expect(reply.body["enterprise"]?["status"]?["state"]?.string == "active")

            let beside = try await folder.run("kbo", "import", update)
            #expect(beside.end == .code(0), "\(beside.errors)")
            #expect(try await folder.entries(of: reply.consult).count == 2)
            let late = try await application.ask(.enterprise(number))
            #expect(late.status == 200)
            let broken = try await folder.run("kbo", "import", folder.configuration)
            #expect(broken.end == .code(1))
            #expect(broken.errors.contains("Error: "))
            #expect(try await application.ask(.enterprise(number)).status == 200)

            await application.leave()
            #expect(await gateway.stop() == .code(0))
            #expect(try await folder.entries().count == 6)
            let again = try await folder.run("kbo", "import", full)
            #expect(again.end == .code(0), "\(again.errors)")
        }

        @Test("a listing says where every entry stands, with a gateway and without")
        func positions() async throws {
            let folder = try await workplace.anotherFolder("positions")
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            for _ in 0..<2 {
                #expect(try await application.ask(.person(workplace.ssin(.granted))).status == 200)
            }
            await application.leave()
            let beside = try await listing(in: folder)
            try #require(beside.count == 4 + WorkplaceDocuments.authorisations)
            for line in beside {
                let document = try JSONValue(parsing: line.utf8)
                let (entry, position) = try (
                    #require(document["entry"]), #require(document["position"]?.integer)
                )
                let bytes = String(decoding: try entry.canonicalBytes(), as: UTF8.self)
                #expect(line == "{\"entry\":\(bytes),\"position\":\(position)}")
                let rest = try await listing(in: folder, "--after", String(position))
                #expect(rest[...] == beside.drop { $0 != line }.dropFirst())
            }
            #expect(await gateway.stop() == .code(0))
            #expect(try await listing(in: folder) == beside)
        }

        @Test(
            "the socket refuses a page that cannot be, and names the parameter",
            arguments: [
                ("after", "x"), ("after", ""), ("after", "1.5"), ("after", "9223372036854775808"),
                ("limit", "x"), ("limit", "0"), ("limit", "10001"),
            ])
        func wrongPage(parameter: String, value: String) async throws {
            let answer = try await Program.run([
                "curl", "--silent", "--unix-socket", workplace.home.data + "/control.sock",
                "--write-out", " %{http_code}",
                "http://gateway/log/entries?\(parameter)=\(value)",
            ])
            #expect(answer.output.hasSuffix(" 400"))
            #expect(answer.output.contains("\"\(parameter) must be "))
        }

        private func listing(in folder: GatewayFolder, _ more: String...) async throws
            -> [Substring]
        {
            let listed = try await Program.run(
                [Place.program, "log", "list", "--json", "--config", folder.configuration] + more)
            try #require(listed.end == .code(0), "\(listed.errors)")
            return listed.output.split(separator: "\n")
        }
    }
}
