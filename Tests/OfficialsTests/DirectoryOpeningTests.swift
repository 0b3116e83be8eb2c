import AccessRights
import ConsultLog
import Facts
import OfficialsFakes
import Testing

@testable import Officials

@Suite("a directory that is begun, found again, or lost")
struct DirectoryOpeningTests {
    @Test("another secret is an error, for an empty directory too")
    func holdsToSecret() async throws {
        let bench = try await DirectoryBench()
        try await bench.directory.begin { false }
        await #expect(throws: OfficialsFailure.otherSecret) {
            try await bench.another(secret: 4).begin { false }
        }
        _ = try await bench.enter("anna")
        try await bench.another().begin { false }
        await #expect(throws: OfficialsFailure.otherSecret) {
            try await bench.another(secret: 4).begin { false }
        }
    }

    @Test("a directory from before secrets were noted shows by its records which one it has")
    func holdsOldDirectoryToSecret() async throws {
        let bench = try await DirectoryBench()
        _ = try await bench.enter("anna")
        await #expect(throws: OfficialsFailure.otherSecret) {
            try await bench.another(secret: 4).begin { true }
        }
        #expect(try await bench.storage.origin() == nil)
        try await bench.another().begin { true }
        #expect(try await bench.storage.origin()?.isRebuilt == false)
    }

    @Test("beside a log that knows officials, whoever is not entered anew counts as having left")
    func noticesLoss() async throws {
        let bench = try await DirectoryBench()
        try await bench.directory.begin { true }
        #expect(bench.directory.isLost)
        #expect(try await bench.standing("anna") == .ended)
        let anna = try await bench.enter("anna")
        #expect(!bench.directory.isLost)
        // Of the time before nobody knows whether they had left.
        #expect(anna.acceptedSince == bench.clock.now)
        #expect(try await bench.standing("ben") == .ended)
        let next = bench.another()
        try await next.begin {
            Issue.record("the log is asked for a directory that was begun")
            return false
        }
        #expect(try await next.standing(of: try OfficialID(parsing: "ben")) == .ended)
    }

    @Test("an empty directory that nobody keeps is told from one that holds others")
    func tellsUnkept() async throws {
        let bench = try await DirectoryBench()
        try await bench.directory.begin { false }
        #expect(!bench.directory.isLost)
        #expect(try await bench.standing("ben") == .unkept)
        let anna = try await bench.enter("anna")
        #expect(try await bench.standing("ben") == .unknown)
        try await bench.directory.remove(anna.id, for: bench.orderer)
        #expect(try await bench.standing("ben") == .unknown)
    }

    @Test("a directory that cannot be read is not begun")
    func needsStorage() async throws {
        let bench = try await DirectoryBench()
        await bench.storage.fail(.unreadable)
        await #expect(throws: OfficialsFailure.unreadable) {
            try await bench.directory.begin { false }
        }
        await bench.storage.fail(nil)
        await #expect(throws: OfficialsFailure.unreadable) {
            try await bench.directory.begin { () throws(OfficialsFailure) in throw .unreadable }
        }
        #expect(try await bench.storage.origin() == nil)
    }
}
