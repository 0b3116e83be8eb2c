import CanonicalJSON
import ConsultLog
import Foundation
import HTTPFacade
import SQLiteStorage
import Testing

@testable import onlyonce

@Suite("orders about the keys of the log")
struct CustodyDeskTests {
    private let bench: InstallationBench

    init() throws { bench = try InstallationBench() }

    private func accepted(_ reply: ControlReply) throws -> JSONValue {
        try #require(reply.status == 200, "\(reply.body)")
        return reply.body
    }

    @Test("holds and a change of key, while the gateway runs; all of it is in the log")
    func whileRunning() async throws {
        let entries = try await changed()
        let again = try await bench.install()
        #expect(try await again.entries.entries().map(\.entry) == entries)
        await again.close()
    }

    /// Gives every order once, and returns what is in the log afterwards.
    private func changed() async throws -> [Entry] {
        let installation = try await bench.install()
        let desk = installation.custody
        let placed = try accepted(
            await desk.changeHold(
                ["from": "2016-01", "to": "2016-12", "reason": "a complaint"], user: 42))
        let hold = try #require(placed["hold"]?.string)
        #expect(try accepted(await desk.holds())["holds"]?.array == [placed])
        let plan = try accepted(await desk.retire(["before": "2016-11"], user: 42))
        #expect(plan == ["periods": []])
        let rotated = try accepted(await desk.rotate(["reason": "a leak"], user: 42))
        #expect(rotated["wrappedBy"]?.string != nil)
        _ = try accepted(
            await desk.changeHold(["release": .string(hold), "reason": "it is over"], user: 42))
        let entries = try await installation.entries.entries().map(\.entry)
        // The first start took over the authorisations.
        #expect(
            entries.map(\.kind).filter { $0 != .rightChanged } == [
                .holdChanged, .keyRotated, .holdChanged,
            ])
        await installation.close()
        return entries
    }

    @Test(
        "a wrong order is refused in words",
        arguments: [
            (["before": "2016-13"], 400), (["before": "2999-01"], 409), ([:], 400),
            (["before": "2016-11", "confirmed": true, "newKey": "Zzyzx"], 400),
            (["before": "2016-11", "early": true], 409),
            (["before": "2016-11", "class": "Ten Years"], 400),
            (["before": "2016-11", "other": 1], 400),
        ] as [(JSONValue, Int)])
    func refuses(_ order: JSONValue, _ status: Int) async throws {
        let installation = try await bench.install()
        let reply = await installation.custody.retire(order, user: 0)
        #expect(reply.status == status)
        let detail = try #require(reply.body["detail"]?.string)
        #expect(!detail.contains("Zzyzx"))
        let kinds = try await installation.entries.entries().map(\.entry.kind)
        #expect(kinds.allSatisfy { $0 == .rightChanged })
        await installation.close()
    }

    @Test("without a gateway the command takes the lock, and gives it back")
    func alone() async throws {
        let settings = try bench.configuration
        let access = DataDirectoryAccess(settings)
        for _ in 0..<2 {
            let reply = try await access.order(
                .post, "/keys/rotations", [:], settings.storage)
            #expect(reply["wrappedBy"]?.string != nil)
        }
        await #expect(throws: UsageError.self) {
            try await access.order(
                .post, "/log/retirements", ["before": "never"], settings.storage)
        }
        let placed = try await access.order(
            .post, "/log/holds", ["from": "2016-01", "to": "2016-01", "reason": "why"],
            settings.storage)
        let held = try await access.order(.get, "/log/holds", nil, settings.storage)
        #expect(held["holds"]?.array == [placed])
        let page = try await access.entries(after: nil, limit: 10)
        #expect(page.count == 3)
        #expect(page.last.map { EntryLine($0).text.contains("holdChanged") } == true)
    }

    @Test("two processes: a command does not touch what another holds")
    func two() async throws {
        let installation = try await bench.install()
        let settings = try bench.configuration
        // The gateway does not listen yet: nobody can be asked, and the lock is taken.
        let failure = await #expect(throws: UsageError.self) {
            try await DataDirectoryAccess(settings).order(
                .post, "/keys/rotations", [:], settings.storage)
        }
        #expect(failure?.description.contains("in use") == true)
        await installation.close()
    }

    @Test("a retired entry is listed as one")
    func listsRetired() throws {
        let entry = try PageEntry(.retired(LogPosition(7)))
        #expect(entry.line == "{\"entry\":null,\"position\":7}")
        #expect(EntryLine(entry).text.hasSuffix("retired"))
        #expect(try #require(PageEntry(entry.value)).isRetired)
    }

    @Test(
        "the key-encryption key comes from one place",
        arguments: [
            (["KEYENCRYPTIONVARIABLE": "KEK"], "keys.keyEncryptionVariable"),
            (["UNWRAPCOMMAND": "/bin/cat"], "keys.unwrapCommand"),
            (["WRAPPEDKEY": "wrapped"], "keys.wrappedKey"),
            (["UNWRAPSECONDS": "5"], "keys.unwrapSeconds"),
        ])
    func onePlace(_ variables: [String: String], _ key: String) throws {
        let environment = Dictionary(
            uniqueKeysWithValues: variables.map { ("ONLYONCE_CONFIG_KEYS_\($0)", $1) })
        let failure = #expect(throws: UsageError.self) {
            try Configuration(file: Sample.configuration, environment: environment)
        }
        #expect(failure?.description.contains("\(key) must be left out") == true)
    }

    @Test("a variable or a command in the place of the file")
    func otherPlaces() throws {
        let text = try String(contentsOfFile: Sample.configuration, encoding: .utf8)
        let line = "keyEncryptionKey: ../../data/secrets/key-encryption.key"
        func source(_ replacement: String) throws -> KeyEncryptionKeySource {
            let file = bench.workplace.folder + "/other.yaml"
            try text.replacingOccurrences(of: line, with: replacement)
                .write(toFile: file, atomically: true, encoding: .utf8)
            return try Configuration(file: file, environment: [:]).storage.keyEncryptionKey
        }
        #expect(try source("keyEncryptionVariable: KEK") == .variable("KEK"))
        let command = "unwrapCommand: /usr/bin/tool --slot 0\n  wrappedKey: /k\n  unwrapSeconds: 5"
        #expect(
            try source(command)
                == .command(
                    UnwrapCommand(
                        program: "/usr/bin/tool", arguments: ["--slot", "0"], wrappedKey: "/k",
                        deadline: 5)))
        for wrong in [
            "unwrapCommand: tool\n  wrappedKey: /k", "unwrapCommand: /bin/cat",
            "keyEncryptionVariable: ONLYONCE_CONFIG_KEK", "keyEncryptionVariable: A=B",
            "unwrapCommand: /bin/cat\n  wrappedKey: /k\n  unwrapSeconds: 61",
        ] {
            #expect(throws: UsageError.self) { try source(wrong) }
        }
    }
}
