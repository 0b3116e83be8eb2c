import ConsultLog
import Foundation
import GRDB
import HTTPFacade
import Officials
import SQLiteStorage
import Testing

@testable import onlyonce

struct InstallationTests {
    private struct Stop: Error {}
    private let bench: InstallationBench

    init() throws { bench = try InstallationBench() }

    /// Opens the log from outside, so that SQLite does not tidy up behind the last connection.
    private func visitor() throws -> DatabaseQueue {
        let visitor = try DatabaseQueue(path: bench.data + "/log.sqlite")
        _ = try visitor.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_master") }
        return visitor
    }

    @Test(
        "what fails halfway closes what it opened, everything in the main file, and the lock",
        arguments: ["key-encryption.key", "pseudonym.secret", "data/cards.sqlite"])
    func failsHalfway(broken: String) async throws {
        await (try bench.install()).close()
        #expect(try bench.openFiles().isEmpty)
        try bench.write("not what it should be", to: broken)
        let visitor = try visitor()
        try await visitor.write {
            try $0.execute(sql: "INSERT INTO run SELECT max(epoch) + 1, 0 FROM run")
        }
        #expect(bench.bytesInWAL(of: "log.sqlite") > 0)
        let failure = await #expect(throws: UsageError.self) { try await bench.install() }
        #expect(failure?.description.contains(broken) == true)
        #expect(bench.bytesInWAL(of: "log.sqlite") == 0)
        #expect(bench.bytesInWAL(of: "cards.sqlite") == 0)
        try visitor.close()
        #expect(try bench.openFiles().isEmpty)
        _ = try DataDirectory(locking: bench.data)
    }

    /// Enters an official, in a run that is over when this returns.
    private func enterSomebody() async throws {
        let installation = try await bench.install()
        _ = try await installation.officials.directory.enter(
            NewOfficial(userName: try OfficialID(parsing: "official-anna")),
            for: Orderer(official: try OfficialID(parsing: "application:hr")))
        await installation.close()
    }

    @Test("another secret than the one with which the directory was begun is an error")
    func anotherSecret() async throws {
        try await enterSomebody()
        try bench.write(
            Data(repeating: 9, count: 32).base64EncodedString(), to: "pseudonym.secret")
        let failure = await #expect(throws: UsageError.self) { try await bench.install() }
        #expect(failure?.description.contains("officials.sqlite") == true)
        #expect(failure?.description.contains("another secret") == true)
        #expect(try bench.openFiles().isEmpty)
    }

    @Test("a directory that is lost beside a log that knows officials lets nobody pass for one")
    func lostDirectory() async throws {
        try await enterSomebody()
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: bench.data + "/officials.sqlite" + suffix)
        }
        for _ in 1...2 {
            let installation = try await bench.install()
            let standing = try await installation.officials.directory.standing(
                of: try OfficialID(parsing: "official-anna"))
            #expect(standing == .ended)
            #expect(await installation.health.troubles.map(\.part) == [.officials])
            await installation.close()
        }
    }

    @Test("what fails before the server is there closes the installation, and says its own words")
    func closingOnFailure() async throws {
        let installation = try await bench.install()
        await #expect(throws: Stop.self) {
            try await installation.closingOnFailure { throw Stop() }
        }
        #expect(try bench.openFiles() == [bench.data + "/lock"])
        #expect(await !installation.log.isHealthy)
        #expect(bench.bytesInWAL(of: "log.sqlite") == 0)
    }

    @Test("what does not fail leaves the installation open, and gives its value")
    func open() async throws {
        let installation = try await bench.install()
        #expect(try await installation.closingOnFailure { 7 } == 7)
        #expect(await installation.log.isHealthy)
        await installation.close()
        await #expect(throws: UsageError.self) { try await bench.install() }
        withExtendedLifetime(installation) {}
    }
}
