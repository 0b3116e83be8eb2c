import AccessRights
import CanonicalJSON
import ConsultLog
import Foundation
import GRDB
import Gateway
import HTTPFacade
import SQLiteStorage
import Testing

@testable import onlyonce

@Suite("a log that is put back")
struct RestorationTests {
    private let bench: InstallationBench
    private var folder: String { bench.workplace.folder + "/backup" }
    private var database: String { bench.data + "/log.sqlite" }

    init() throws { bench = try InstallationBench() }

    /// Runs a gateway that takes so many entries, and returns all that are in its log. The first
    /// ever takes over five authorisations, which are entries too.
    @discardableResult
    private func use(_ count: Int) async throws -> [EntryID] {
        let installation = try await bench.install()
        for number in 0..<count {
            let reply = await installation.custody.changeHold(
                ["from": "2016-01", "to": "2016-12", "reason": .string("reason \(number)")],
                user: 42)
            try #require(reply.status == 200, "\(reply.body)")
        }
        let entries = try await installation.entries.entries().map(\.entry.id)
        await installation.close()
        return entries
    }

    private func restore(
        replacing: Bool = false, shorter: Bool = false
    ) async throws -> String {
        try await Restoration(
            try bench.configuration, from: folder, replaces: replacing, acceptsShorter: shorter
        ).run()
    }

    private func backUp() async throws {
        _ = try await DataDirectoryAccess(try bench.configuration).backUpLog(to: folder)
    }

    /// What the person at the command line reads.
    private func failure(_ work: () async throws -> Void) async throws -> String {
        try #require(await #expect(throws: UsageError.self) { try await work() }).description
    }

    private func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: bench.data + "/" + name)
    }

    @Test("a gateway makes the backup while it serves, and says what is in it or why there is none")
    func beside() async throws {
        let entries = try await use(3)
        let installation = try await bench.install()
        let (data, time) = (bench.data, installation.time)
        let desk = FolderDesk("backup") { folder, _ async throws(UsageError) in
            try await BackupFolder.backUp(data, to: folder, at: time.now())
        }
        func order(_ body: JSONValue) async -> ControlReply {
            var reply = await desk.start(ControlRequest(body: body, query: [:], userID: 42))
            while reply.body["state"]?.string == "running" {
                await Task.yield()
                reply = await desk.current()
            }
            return reply
        }
        #expect(await order(["folder": "relative"]).status == 400)
        let written = await order(["folder": .string(folder)])
        #expect(written.body["written"]?.string?.contains("\(entries.count) entries") == true)
        let again = await order(["folder": .string(folder)])
        #expect(again.body["failure"]?.string?.contains("\(folder) is not empty") == true)
        await installation.close()
    }

    @Test("after the loss of the data directory the log is back, and goes on")
    func lost() async throws {
        let entries = try await use(3)
        try await backUp()
        try FileManager.default.removeItem(atPath: bench.data)
        #expect(try await restore().contains("everything that was published"))
        #expect(try await use(0) == entries)
        #expect(try await use(2).count == entries.count + 2)
    }

    @Test("a log that is there is only replaced when that is said, and is set aside")
    func replaced() async throws {
        let entries = try await use(3)
        try await backUp()
        let refused = try await failure { _ = try await restore() }
        #expect(refused.contains(database) && refused.contains("--replace"))
        #expect(try await restore(replacing: true).contains("earlier/1"))
        #expect(FileManager.default.fileExists(atPath: bench.data + "/earlier/1/log.sqlite"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: bench.data)
                .allSatisfy { !$0.contains("restored") })
        #expect(try await use(1).starts(with: entries))
    }

    @Test(
        "one that is shorter than what was published is refused with both sizes, and then read-only"
    )
    func shorter() async throws {
        let entries = try await use(3)
        try await backUp()
        let all = try await use(2)
        let refused = try await failure { _ = try await restore(replacing: true) }
        #expect(refused.contains("\(entries.count) entries, fewer than the \(all.count)"))
        #expect(refused.contains("proven to be the beginning"))
        #expect(try await use(0) == all)
        try remove("log.sqlite")
        let unproven = try await failure { _ = try await restore(replacing: true) }
        #expect(unproven.contains("\(entries.count) entries, fewer than the \(all.count)"))
        #expect(unproven.contains("Nothing here can prove"))
        #expect(!FileManager.default.fileExists(atPath: database))
        #expect(try await restore(shorter: true).contains("read-only"))
        let installation = try await bench.install()
        #expect(try await installation.entries.entries().map(\.entry.id) == entries)
        let reply = await installation.custody.changeHold(
            ["from": "2016-01", "to": "2016-12", "reason": "why"], user: 42)
        #expect(reply.status >= 400)
        await installation.close()
    }

    @Test("a log that is another one is refused, by what was published and by what it is beside")
    func forked() async throws {
        let saved = try await use(3).count
        try await backUp()
        try FileManager.default.removeItem(atPath: bench.data)
        let other = try await use(2).count
        #expect(
            try await failure { _ = try await restore(replacing: true) }
                .contains("first \(other)"))
        let all = try await use(3)
        #expect(
            try await failure {
                _ = try await restore(replacing: true, shorter: true)
            }.contains("first \(saved)"))
        #expect(try await use(0) == all)
    }

    @Test(
        "an entry, a tile or a root that is not what it was is named, and nothing is changed",
        arguments: [
            (
                """
                UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '2016', '2015') AS BLOB)
                WHERE position = 7
                """, "6"
            ),
            ("UPDATE tile SET hashes = zeroblob(length(hashes))", "0"),
            ("UPDATE tree SET root = zeroblob(32)", "root"),
        ])
    func damaged(_ damage: String, _ place: String) async throws {
        let entries = try await use(3)
        let copy = try #require(FileManager.default.contents(atPath: database))
        let visitor = try DatabaseQueue(path: database)
        try await visitor.write { try $0.execute(sql: damage) }
        try visitor.close()
        try await backUp()
        try copy.write(to: URL(fileURLWithPath: database))
        let refused = try await failure { _ = try await restore(replacing: true) }
        #expect(refused.contains("not put back") && refused.contains(place), "\(refused)")
        #expect(try await use(0) == entries)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: bench.data)
                .allSatisfy { !$0.contains("restored") })
    }

    @Test("what is no backup, or was cut off, is refused")
    func none() async throws {
        try await use(1)
        #expect(try await failure { _ = try await restore(replacing: true) }.contains("no backup"))
        try await backUp()
        #expect(try await failure { try await backUp() }.contains("\(folder) is not empty"))
        try FileManager.default.removeItem(atPath: folder + "/backup.json")
        #expect(try await failure { _ = try await restore(replacing: true) }.contains("cut off"))
    }

    /// Takes a step about the rights, and returns how many were taken in all.
    private func take(_ step: RightsStep, about name: String) async throws -> Int64 {
        try await order(step, about: name)
        return try await revision()
    }

    private func order(_ step: RightsStep, about name: String) async throws {
        let installation = try await bench.install()
        let outcome = try await installation.rights.register.carryOut(
            RightsOrder(step, of: try AuthorisationID(parsing: name)),
            for: .machine(try OfficialID(parsing: "unix:42")))
        if case .refused(let refusal) = outcome { Issue.record("\(refusal)") }
        await installation.close()
    }

    private func revision() async throws -> Int64 {
        let installation = try await bench.install()
        let revision = try await installation.rights.register.history().revision.number
        await installation.close()
        return revision
    }

    private func state(of name: String) async throws -> RightsState? {
        let installation = try await bench.install()
        let history = try await installation.rights.register.history()
        await installation.close()
        return history[try AuthorisationID(parsing: name)]?.state(on: installation.time.today())
    }

    @Test("the rights and the other stores come back with the log, and the report names them")
    func stores() async throws {
        let revision = try await take(.suspend, about: "tax-department")
        let written = try await DataDirectoryAccess(try bench.configuration).backUpLog(to: folder)
        #expect(written.contains("rights, officials, references, quotas, cards"))
        try FileManager.default.removeItem(atPath: bench.data)
        let text = try await restore()
        #expect(text.contains("Put back too: rights, officials, references, quotas, cards"))
        #expect(try await self.revision() == revision)
        #expect(try await state(of: "tax-department") == .suspended)
    }

    @Test("a right that has ended since the backup does not come back with it")
    func endedSince() async throws {
        try await use(1)
        try await backUp()
        let revision = try await take(.revoke, about: "tax-department")
        try remove("log.sqlite")
        #expect(try await restore(replacing: true, shorter: true).contains("so they stay: rights"))
        #expect(try await self.revision() == revision)
        #expect(try await state(of: "tax-department") == .revoked)
    }

    @Test("rights that are older than the log allow nothing, so that nothing comes back unseen")
    func olderRights() async throws {
        try await use(1)
        let (rights, earlier) = (bench.data + "/rights.sqlite", bench.data + "/earlier-rights")
        try FileManager.default.copyItem(atPath: rights, toPath: earlier)
        try await order(.revoke, about: "tax-department")
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: rights + suffix)
        }
        try FileManager.default.moveItem(atPath: earlier, toPath: rights)
        for _ in 1...2 {
            let installation = try await bench.install()
            let register = installation.rights.register
            #expect(try await register.history().revision > .start)
            #expect(
                await register.rights(on: installation.time.today())?.authorisations.isEmpty
                    == true)
            await #expect(throws: RightsFailure.olderThanLog) {
                _ = try await register.carryOut(
                    RightsOrder(.suspend, of: try AuthorisationID(parsing: "tax-department")),
                    for: .machine(try OfficialID(parsing: "unix:42")))
            }
            await installation.close()
        }
    }

    @Test("a store that is damaged, or came less far, is set aside for the one of the backup")
    func damagedStore() async throws {
        let revision = try await take(.suspend, about: "tax-department")
        try await backUp()
        let rights = bench.data + "/rights.sqlite"
        for damage in [Data("no database at all, but long enough to be looked at".utf8), nil] {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: rights + suffix)
            }
            if let damage {
                try damage.write(to: URL(fileURLWithPath: rights))
            } else {
                // A new one, in which nothing happened.
                let storage = try await SQLiteRightsStorage.open(at: rights)
                await storage.close()
            }
            #expect(try await restore(replacing: true).contains("Put back too: rights."))
            #expect(try await self.revision() == revision)
        }
        #expect(FileManager.default.fileExists(atPath: bench.data + "/earlier/1/rights.sqlite"))
    }

    @Test("a backup whose copy of a store is damaged is refused, and nothing is changed")
    func damagedCopy() async throws {
        let entries = try await use(1)
        try await backUp()
        try Data("no database".utf8).write(to: URL(fileURLWithPath: folder + "/cards.sqlite"))
        try remove("cards.sqlite")
        let refused = try await failure { _ = try await restore(replacing: true) }
        #expect(refused.contains("cards.sqlite is damaged"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: bench.data)
                .allSatisfy { !$0.contains("restored") })
        #expect(try await use(0) == entries)
    }
}
