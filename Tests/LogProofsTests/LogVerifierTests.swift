import ConsultLog
import LogProofs
import TestSupport
import Testing
import TransparencyLogs

@Suite("verifying a whole log")
struct LogVerifierTests {
    private static let sizes = Array(0...9) + [64, 127, 255, 256, 257, 300]

    @Test("a log of any size holds, and the report counts what was checked")
    func everySize() async throws {
        let log = try await ProvenLog.large.value
        for size in Self.sizes {
            for depth in [LogVerifierDepth.form, .values, .hashes] {
                let report = try await LogVerifier(
                    log.published(size), policy: ProvenLog.policy(), depth: depth
                ).verify(since: log.published(size / 2).checkpoint)
                #expect(report.size == UInt64(size))
                #expect(report.since == UInt64(size / 2))
                #expect(report.tiles == Array(TreeShape(size: UInt64(size)).tiles()).count)
                #expect(report.entryCount == (depth == .hashes ? 0 : UInt64(size)))
                #expect(report.hashesAlone == (depth == .hashes))
                let outcomes = log.entries.prefix(size).filter { $0.kind == .answered }
                #expect(report.references == (depth == .hashes ? 0 : UInt64(outcomes.count)))
            }
        }
    }

    @Test("a flipped bit in a bundle is found, and the entry is named")
    func flippedEntries() async throws {
        let log = try await ProvenLog.large.value
        let published = try log.published(300)
        var generator = SeededGenerator(seed: 7)
        var start = 2
        for index in 0..<300 {
            if index == 256 { start = 2 }
            let path = index < 256 ? "tile/entries/000" : "tile/entries/001.p/44"
            let count = log.entries[index].bytes.count
            if index % 9 == 0 {
                let byte = start + Int.random(in: 0..<count, using: &generator)
                let bit = Int.random(in: 0..<8, using: &generator)
                let deviation = try await published.flipping(path, byte: byte, bit: bit)
                    .deviation()
                #expect(deviation == .leafDiffers(index: UInt64(index)))
            }
            start += count + 2
        }
    }

    @Test("a flipped bit in a length is found")
    func flippedLengths() async throws {
        let published = try await ProvenLog(consults: 12).published(20)
        for bit in 0..<16 {
            let changed = published.flipping(
                "tile/entries/000.p/20", byte: bit / 8, bit: bit % 8)
            #expect(try await changed.deviation() != nil)
        }
    }

    @Test("a flipped bit in a tile is found, and the hash is named")
    func flippedTiles() async throws {
        let published = try await ProvenLog.large.value.published(300)
        var generator = SeededGenerator(seed: 8)
        for position in stride(from: 0, to: 256, by: 15) {
            let byte = 32 * position + Int.random(in: 0..<32, using: &generator)
            #expect(
                try await published.flipping("tile/0/000", byte: byte).deviation()
                    == .leafDiffers(index: UInt64(position)))
            #expect(
                try await published.flipping("tile/0/000", byte: byte)
                    .deviation(depth: .hashes) == .hashDiffers(level: 1, index: 0))
        }
        #expect(
            try await published.flipping("tile/0/001.p/44", byte: 43 * 32).deviation()
                == .leafDiffers(index: 299))
        #expect(
            try await published.flipping("tile/0/001.p/44", byte: 43 * 32)
                .deviation(depth: .hashes) == .wrongRoot(size: 300))
        for byte in 0..<32 {
            #expect(
                try await published.flipping("tile/1/000.p/1", byte: byte).deviation()
                    == .hashDiffers(level: 1, index: 0))
        }
    }

    @Test("a flipped bit anywhere in the checkpoint is found")
    func flippedCheckpoint() async throws {
        let published = try await ProvenLog(consults: 4).published(7)
        for byte in published.checkpoint.bytes.indices {
            let changed = published.flipping("checkpoint", byte: byte, bit: byte % 7)
            switch try await changed.deviation() {
            case .checkpoint, .distrusted: break
            case let other: Issue.record("byte \(byte): \(String(describing: other))")
            }
        }
    }

    @Test("what is cut off or missing is named")
    func cutOff() async throws {
        let published = try await ProvenLog.large.value.published(300)
        for path in published.resources.keys {
            var cut = published
            cut.resources[path]?.removeLast()
            #expect(try await cut.deviation() != nil, "\(path)")
            var missing = published
            missing.resources[path] = nil
            let resource = try #require(LogResource(path: path))
            #expect(try await missing.deviation() == .missing(resource))
        }
    }

    @Test("an entry that was removed, swapped or inserted is found")
    func rearranged() async throws {
        let log = try await ProvenLog.large.value
        let published = try log.published(300)
        let entries = log.entries.prefix(256).map(\.bytes)
        var changed = published
        func put(_ entries: some Sequence<[UInt8]>) throws {
            changed.resources["tile/entries/000"] = try EntryBundle(entries).bytes
        }
        try put(entries.prefix(100) + entries.dropFirst(101))
        #expect(
            try await changed.deviation()
                == .bundle(
                    EntryBundleCoordinate(index: 0), .tooFewEntries(expected: 256, actual: 255)))
        var swapped = entries
        swapped.swapAt(100, 200)
        try put(swapped)
        #expect(try await changed.deviation() == .leafDiffers(index: 100))
        try put(entries.prefix(17) + [log.entries[299].bytes] + entries.dropFirst(17))
        #expect(
            try await changed.deviation()
                == .bundle(EntryBundleCoordinate(index: 0), .tooManyEntries(expected: 256)))
        try put((entries.prefix(17) + [log.entries[299].bytes] + entries.dropFirst(17)).prefix(256))
        #expect(try await changed.deviation() == .leafDiffers(index: 17))
    }

    @Test("a log that another key signed is not trusted")
    func otherKey() async throws {
        let published = try await ProvenLog(consults: 4).published(7, signer: 2)
        #expect(
            try await published.deviation() == .distrusted(.note(.noKnownSignature)))
    }

    @Test("a log that was forked or lost entries is not the one of the older checkpoint")
    func forked() async throws {
        let log = try await ProvenLog.large.value
        let other = try await ProvenLog(consults: 150, seed: 2)
        for size in [1, 5, 128, 255, 256, 257, 280, 300] {
            let deviation = try await other.published(300).deviation(
                since: log.published(size).checkpoint)
            #expect(deviation == .forked(size: UInt64(size)))
        }
        #expect(
            try await log.published(20).deviation(since: log.published(21).checkpoint)
                == .shrunk(from: 21, to: 20))
        #expect(
            try await log.published(20).deviation(since: log.published(5, signer: 2).checkpoint)
                == .olderDistrusted(.note(.noKnownSignature)))
    }

    @Test("a public log has hashes alone, which is said, and refused where entries must be")
    func publicLog() async throws {
        var published = try await ProvenLog.large.value.published(300)
        published.resources = published.resources.filter { !$0.key.contains("entries") }
        let report = try await LogVerifier(published, policy: ProvenLog.policy()).verify()
        #expect(report.hashesAlone && report.entryCount == 0 && report.tiles == 3)
        #expect(
            try await published.deviation(publishes: .always)
                == .missing(.entries(EntryBundleCoordinate(index: 0))))
    }

    @Test("a full tile and bundle do as well as the partial ones that they replaced")
    func grownTiles() async throws {
        let log = try await ProvenLog.large.value
        var published = try log.published(200)
        let later = try log.published(256)
        published.resources = later.resources
        published.resources["checkpoint"] = published.checkpoint.bytes
        #expect(try await published.deviation() == nil)
    }

    @Test("what is no entry is found, also when it was hashed and signed")
    func notAnEntry() async throws {
        let log = try await ProvenLog(consults: 4)
        let text = String(decoding: log.entries[2].bytes, as: UTF8.self)
        let wrong = [
            text + " ", text.replacing("\"version\":1", with: "\"version\":2"),
            text.replacing("\"kind\":", with: "\"kinds\":"),
            text.replacing("{\"body\":{", with: "{\"body\":{\"aaa\":1,"),
            text.replacing(",\"consult\"", with: ", \"consult\""),
            text.replacing("\"ordinal\":1", with: "\"ordinal\":0"), "{}", "x",
        ]
        for text in wrong {
            var entries = log.entries.map(\.bytes)
            entries[2] = Array(text.utf8)
            let published = try PublishedLog(entries, signer: ProvenLog.signer())
            guard case .notAnEntry(index: 2, _) = try await published.deviation() else {
                Issue.record("\(text)")
                continue
            }
        }
    }

    @Test("the quick look at an entry and the close one agree on every flipped bit but in values")
    func scanning() async throws {
        let log = try await ProvenLog(consults: 5)
        for entry in log.entries.prefix(3) {
            for byte in stride(from: 0, to: entry.bytes.count, by: 5) {
                var changed = entry.bytes
                changed[byte] ^= 1 << UInt8(byte % 8)
                // Whatever is an entry to the close look is one to the quick one.
                guard (try? Entry(parsing: changed)) != nil else { continue }
                let published = try PublishedLog([changed], signer: ProvenLog.signer())
                switch try await published.deviation() {
                case .notAnEntry, .entry: Issue.record("byte \(byte)")
                case _: break
                }
            }
        }
    }

    @Test("an outcome whose intent is not in the log, or is another consult's, is found")
    func references() async throws {
        let log = try await ProvenLog(consults: 4)
        // asked, answered, asked, answered, listed, …
        var without = log.entries.map(\.bytes)
        without.remove(at: 2)
        let removed = try PublishedLog(without, signer: ProvenLog.signer())
        #expect(try await removed.deviation() == .noIntent(index: 2))
        var late = log.entries.map(\.bytes)
        late.swapAt(2, 5)
        let swapped = try PublishedLog(late, signer: ProvenLog.signer())
        #expect(try await swapped.deviation() == .otherIntent(index: 3))
        var other = log.entries.map(\.bytes)
        let text = String(decoding: other[1], as: UTF8.self)
        other[1] = Array(
            text.replacing(
                log.entries[1].consult.description, with: log.entries[2].consult.description
            ).utf8)
        let moved = try PublishedLog(other, signer: ProvenLog.signer())
        #expect(try await moved.deviation() == .otherIntent(index: 1))
    }

    @Test("an entry without bytes is a deviation unless a retirement accounts for it")
    func emptied() async throws {
        let log = try await ProvenLog.large.value
        var published = try log.published(300)
        var entries = log.entries.prefix(256).map(\.bytes)
        entries[40] = []
        published.resources["tile/entries/000"] = try EntryBundle(entries).bytes
        #expect(
            try await published.deviation() == .emptied(index: 40, count: 1, retired: 0))
    }

    @Test("a source that gives no answer is no deviation")
    func unreachable() async throws {
        let log = try await ProvenLog.large.value
        var published = try log.published(300)
        for path in published.resources.keys {
            published.unreachable = path
            let resource = try #require(LogResource(path: path))
            await #expect(throws: LogVerifierFailure.source(.unreachable, resource)) {
                _ = try await LogVerifier(published, policy: ProvenLog.policy()).verify()
            }
        }
    }
}
