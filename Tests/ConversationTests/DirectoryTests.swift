import CanonicalJSON
import DevelopmentCertificates
import Facts
import Foundation
import SourceSimulators
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
            let application = workplace.application(.taxDepartment, at: gateway)
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
    }
}
