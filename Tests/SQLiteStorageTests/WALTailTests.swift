import Foundation
import GRDB
import Testing

@testable import SQLiteStorage

@Suite("the end of a write-ahead log that was torn")
struct WALTailTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.path(of: "test.sqlite") }
    private static let frame = 4096 + 24

    init() throws { directory = try TemporaryDirectory() }

    /// The bytes of a write-ahead log after commits of a page each, and where each ends.
    private func log(rounds: Int = 1) throws -> (bytes: [UInt8], ends: [Int]) {
        let database = try DatabaseQueue(path: path)
        try database.inDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
                    CREATE TABLE filling (number INTEGER PRIMARY KEY, bytes BLOB);
                    """)
            for round in 1...rounds {
                // Each round is shorter, so that frames of the earlier ones stay behind it.
                for number in 0..<(8 - round) {
                    try database.execute(
                        sql: "INSERT INTO filling VALUES (?, zeroblob(100))",
                        arguments: [round * 100 + number])
                }
                if round < rounds { try database.execute(sql: "PRAGMA wal_checkpoint(RESTART)") }
            }
        }
        let content = try #require(FileManager.default.contents(atPath: path + "-wal"))
        try database.close()
        let bytes = Array(content)
        let ends = stride(from: 32 + Self.frame, through: bytes.count, by: Self.frame).filter {
            bytes[$0 - Self.frame + 4..<$0 - Self.frame + 8].contains { $0 != 0 }
        }
        return (bytes, ends)
    }

    private func tail(_ bytes: [UInt8]) -> Int {
        WALTail(length: bytes.count) { Array(bytes[$0..<min(bytes.count, $0 + $1)]) }.bytes
    }

    @Test("there is none when the last commit is whole")
    func whole() throws {
        #expect(tail(try log().bytes) == 0)
        #expect(tail([]) == 0)
    }

    @Test("frames of an earlier round are none, however many there are")
    func earlier() throws {
        #expect(tail(try log(rounds: 2).bytes) == 0)
        try FileManager.default.removeItem(atPath: path)
        #expect(tail(try log(rounds: 5).bytes) == 0)
    }

    @Test("what is cut off within a frame is counted from the commit before it")
    func truncated() throws {
        let (bytes, ends) = try log()
        for cut in [1, 5, 24, 25, 2000, Self.frame - 1] {
            let length = ends[ends.count - 2] + cut
            let before = ends.last { $0 <= length } ?? 32
            #expect(tail(Array(bytes[..<length])) == length - before, "\(cut)")
        }
        #expect(tail(Array(bytes[..<20])) == 20)
    }

    @Test("a flipped bit anywhere in the last commit makes a tail of it")
    func flipped() throws {
        let (bytes, ends) = try log()
        let begin = ends[ends.count - 2]
        for place in Array(0..<24) + [24, 100, 4000, Self.frame - 1] {
            var damaged = bytes
            damaged[begin + place] ^= 0x10
            #expect(tail(damaged) == bytes.count - begin, "\(place)")
        }
    }

    @Test("a flipped bit in the middle loses all that follows, and in the header everything")
    func flippedEarly() throws {
        let (bytes, ends) = try log()
        var damaged = bytes
        damaged[ends[2] + 500] ^= 1
        #expect(tail(damaged) == bytes.count - ends[2])
        for place in 0..<32 {
            var damaged = bytes
            damaged[place] ^= 1
            #expect(tail(damaged) == bytes.count, "\(place)")
        }
    }

    @Test("what SQLite leaves out is what is counted")
    func asSQLite() async throws {
        let (bytes, ends) = try log()
        let main = try #require(FileManager.default.contents(atPath: path))
        let other = directory.path(of: "other.sqlite")
        try main.write(to: URL(fileURLWithPath: other))
        try Data(bytes.dropLast(100)).write(to: URL(fileURLWithPath: other + "-wal"))
        #expect(await WALTail.ofDatabase(at: other)?.bytes == Self.frame - 100)
        #expect(await WALTail.ofDatabase(at: directory.path(of: "absent")) == nil)
        let database = try DatabaseQueue(path: other)
        let rows = try await database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM filling")
        }
        // The last commit of one page is gone.
        #expect(rows == 6)
        #expect(ends.count >= 7)
        try database.close()
    }
}
