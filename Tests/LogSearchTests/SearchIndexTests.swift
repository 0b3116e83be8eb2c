import ConsultLog
import SQLiteStorage
import Testing

@testable import LogSearch

@Suite("The segments of the search index")
struct SearchIndexTests {
    @Test(
        "everything is found, in memory, in segments and in merged ones",
        arguments: [0, 1, 16_383, 16_384, 60_000, 131_072, 140_000])
    func findsEverything(end: UInt64) async throws {
        let bench = try await IndexBench()
        let index = try SearchIndex(opening: bench.files)
        try bench.fill(index, upTo: end)
        for number in 0..<4 {
            #expect(try bench.found(index, number) == IndexBench.expected(number, below: end))
        }
    }

    @Test("opened again it goes on behind its last segment, and is in the end as made at once")
    func isAFunctionOfTheLog() async throws {
        let (bench, other) = (try await IndexBench(), try await IndexBench())
        for end in [20_000, 40_000, 131_071, 140_000, 180_000] as [UInt64] {
            let index = try SearchIndex(opening: bench.files)
            #expect(index.next % SegmentName.smallest == 0)
            try bench.fill(index, upTo: end)
        }
        try other.fill(try SearchIndex(opening: other.files), upTo: 180_000)
        #expect(try bench.content() == other.content())
        #expect(Set(try bench.content().keys.map(\.description)) == ["1-0", "0-8", "0-9"])
    }

    @Test("any flipped bit of a segment is noticed, or harms nothing")
    func noticesFlippedBits() async throws {
        let bench = try await IndexBench()
        let name = try #require(SegmentName(level: 0, number: 0))
        try bench.fill(try SearchIndex(opening: bench.files), upTo: 16_384)
        let whole = try #require(try bench.content()[name])
        for (number, block) in whole.enumerated() {
            // Every word of the first block of each kind, and some of the others.
            for word in stride(from: 0, to: 512, by: number == 0 ? 1 : 37) {
                var changed = block
                changed[word] ^= 1 << UInt64((word * 7 + number) % 64)
                #expect(SegmentBlock(changed, of: name, at: number) == nil)
            }
            #expect(SegmentBlock(block, of: name, at: number + 1) == nil)
        }
    }

    @Test("a damaged segment is named by a search, and made again when it is opened")
    func namesAndMends() async throws {
        let bench = try await IndexBench()
        let index = try SearchIndex(opening: bench.files)
        try bench.fill(index, upTo: 40_000)
        let whole = try bench.content()
        let name = try #require(SegmentName(level: 0, number: 0))
        for number in [0, whole[name].map { $0.count - 1 } ?? 0] {
            var blocks = try #require(whole[name])
            blocks[number][100] ^= 4
            let draft = try bench.files.begin(name)
            for block in blocks { try draft.append(block) }
            try draft.keep()
            let opened = try SearchIndex(opening: bench.files)
            if number == 0 {
                #expect(throws: IndexFailure.damaged(name, block: 0)) {
                    try bench.found(opened, 0)
                }
                try opened.clear()
            } else {
                #expect(opened.discarded == [name])
                #expect(opened.next == 0)
            }
            try bench.fill(opened, upTo: 40_000)
            #expect(try bench.found(opened, 0) == IndexBench.expected(0, below: 40_000))
        }
        #expect(try bench.content() == whole)
    }

    @Test(
        "a crash at any step leaves an index that goes on",
        arguments: Array(stride(from: 0, to: 60, by: 7)))
    func survivesCrashes(step: Int) async throws {
        let bench = try await IndexBench()
        try bench.fill(try SearchIndex(opening: bench.files), upTo: 16_384 * 6)
        let crashing = CrashingFolder(bench.files, after: step)
        if let index = try? SearchIndex(opening: crashing) {
            try? bench.fill(index, upTo: 16_384 * 9)
        }
        let index = try SearchIndex(opening: bench.files)
        #expect(index.discarded.isEmpty)
        #expect(try bench.found(index, 1) == IndexBench.expected(1, below: index.next))
        try bench.fill(index, upTo: 150_000)
        #expect(try bench.found(index, 1) == IndexBench.expected(1, below: 150_000))
        #expect(Set(try bench.content().keys.map(\.description)) == ["1-0", "0-8"])
    }

    @Test("after a failure the same index goes on, and merges what it could not")
    func goesOn() async throws {
        for step in stride(from: 0, to: 40, by: 9) {
            let bench = try await IndexBench()
            try bench.fill(try SearchIndex(opening: bench.files), upTo: 16_384 * 7)
            let failing = CrashingFolder(bench.files, after: step, times: 1)
            let index = try SearchIndex(opening: failing)
            for _ in 0..<2 { try? bench.fill(index, upTo: 150_000) }
            #expect(try bench.found(index, 2) == IndexBench.expected(2, below: 150_000))
        }
    }

    @Test("erasing a month leaves nothing of it and everything else")
    func erases() async throws {
        let bench = try await IndexBench()
        let index = try SearchIndex(opening: bench.files)
        try bench.fill(index, upTo: 150_000)
        let gone = bench.groups[1]
        try index.erase([gone.period])
        for index in [index, try SearchIndex(opening: bench.files)] {
            #expect(!index.segments.contains { $0.groups.contains(gone) })
            let expected = IndexBench.expected(0, below: index.next).filter {
                $0 / 40_000 % 3 != 1
            }
            #expect(try bench.found(index, 0) == expected)
        }
        let before = try bench.content()
        try index.erase([gone.period])
        #expect(try bench.content() == before)
    }
}
