import Foundation
import Testing
import ZIPArchives

struct ArchiveTests {
    private let temporary = TemporaryDirectory()
    private var directory: URL { temporary.url }

    init() throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String {
        directory.appending(path: name).path(percentEncoded: false)
    }

    /// Writes an archive and returns its path.
    private func archive(_ entries: KeyValuePairs<String, Data>) throws -> String {
        let writer = try ZIPWriter(path: path("archive.zip"))
        for (number, entry) in entries.enumerated() {
            try entry.value.write(to: directory.appending(path: "content-\(number)"))
            try writer.add(entry.key, fromFileAt: path("content-\(number)"))
        }
        try writer.finish()
        return path("archive.zip")
    }

    private func content(
        _ name: String, of path: String, limits: ZIPLimits = .standard
    ) throws -> Data {
        let reader = try ZIPReader(path: path, limits: limits)
        var content = Data()
        try reader.read(name, chunkSize: 1000) { content.append(contentsOf: $0) }
        return content
    }

    /// Bytes that hardly compress, the same every time.
    private static let noise = Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) })

    @Test("what is written is read back, in chunks")
    func roundTrip() throws {
        let path = try archive(["a.csv": Self.noise, "empty": Data(), "é/ü.csv": Data("x".utf8)])
        let names = try ZIPReader(path: path).entryNames
        #expect(names == ["a.csv", "empty", "é/ü.csv"])
        #expect(try content("a.csv", of: path) == Self.noise)
        #expect(try content("empty", of: path).isEmpty)
        #expect(try content("é/ü.csv", of: path) == Data("x".utf8))
        #expect(throws: ZIPFailure.noSuchEntry(name: "b")) { try content("b", of: path) }
    }

    @Test(
        "a name like a path is only a name", arguments: ["../../escape", "/etc/passwd", "a/../b"])
    func pathLikeNames(name: String) throws {
        let path = try archive([name: Data("harmless".utf8)])
        let names = try ZIPReader(path: path).entryNames
        #expect(names == [name])
        #expect(try content(name, of: path) == Data("harmless".utf8))
    }

    @Test("an archive cut off anywhere is refused")
    func truncated() throws {
        let path = try archive(["a": Self.noise.prefix(300)])
        let whole = try Data(contentsOf: URL(filePath: path))
        for length in 0..<whole.count {
            try whole.prefix(length).write(to: URL(filePath: path))
            #expect(throws: ZIPFailure.self, "\(length) bytes") { try content("a", of: path) }
        }
    }

    @Test("a flipped bit in an entry is found, and names the entry")
    func flipped() throws {
        let path = try archive(["a": Self.noise.prefix(300)])
        let whole = try Data(contentsOf: URL(filePath: path))
        // The local header is 30 bytes and the name; the content follows.
        for position in 31..<131 {
            var damaged = whole
            damaged[position] ^= 0x10
            try damaged.write(to: URL(filePath: path))
            #expect(throws: ZIPFailure.damaged(name: "a")) { try content("a", of: path) }
        }
    }

    @Test("bombs and oversized archives are refused before they are expanded")
    func limits() throws {
        let path = try archive(["zeros": Data(count: 1 << 20), "b": Data("b".utf8)])
        #expect(throws: ZIPFailure.expandsTooMuch(name: "zeros")) {
            try content("zeros", of: path)
        }
        let small = ZIPLimits(entries: 2, entrySize: 1000, ratio: 10_000)
        #expect(throws: ZIPFailure.tooLarge(name: "zeros")) {
            try content("zeros", of: path, limits: small)
        }
        #expect(throws: ZIPFailure.tooManyEntries(limit: 1)) {
            try content("b", of: path, limits: ZIPLimits(entries: 1, entrySize: 1, ratio: 1))
        }
    }

    @Test("what cannot be written is an error, and leaves nothing behind")
    func notWritable() throws {
        #expect(throws: ZIPFailure.notWritable) {
            let writer = try ZIPWriter(path: "/nowhere/at/all.zip")
            try writer.add("a", fromFileAt: path("missing"))
            try writer.finish()
        }
        do {
            let writer = try ZIPWriter(path: path("unfinished.zip"))
            try Data("x".utf8).write(to: directory.appending(path: "x"))
            try writer.add("x", fromFileAt: path("x"))
        }
        #expect(!FileManager.default.fileExists(atPath: path("unfinished.zip")))
    }

    @Test("no archive is no archive")
    func notAnArchive() throws {
        try Data("hello".utf8).write(to: directory.appending(path: "text"))
        for name in ["text", "missing"] {
            #expect(throws: ZIPFailure.notAnArchive) { try ZIPReader(path: path(name)).entryNames }
        }
    }
}
