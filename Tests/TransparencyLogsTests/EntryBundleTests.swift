import Testing
import TransparencyLogs

struct EntryBundleTests {
    @Test("a bundle reads back its entries, empty and longest among them")
    func roundTrips() throws {
        let longest = Array(repeating: UInt8(7), count: EntryBundle.longestEntry)
        let entries = [[], [1], longest, Array("entry".utf8)]
        let bundle = try EntryBundle(entries)
        let read = try EntryBundle(parsing: bundle.bytes, width: 4)
        #expect(read.count == 4)
        #expect((0..<4).map { Array(read[$0]) } == entries)
        #expect(read.leafHashes == entries.map { TreeHash.leaf($0) })
        #expect(bundle.leafHashes == read.leafHashes)
        #expect(Array(bundle.bytes.prefix(5)) == [0, 0, 0, 1, 1])
    }

    @Test("a bundle of more, fewer or half entries is refused")
    func refusesOthers() throws {
        let bytes = try EntryBundle([[1], [2, 3]]).bytes
        #expect(throws: EntryBundleFailure.tooFewEntries(expected: 3, actual: 2)) {
            try EntryBundle(parsing: bytes, width: 3)
        }
        #expect(throws: EntryBundleFailure.tooManyEntries(expected: 1)) {
            try EntryBundle(parsing: bytes, width: 1)
        }
        for length in [1, 2, 4, 5, 6] {
            #expect(throws: EntryBundleFailure.cutOff(entry: length < 3 ? 0 : 1)) {
                try EntryBundle(parsing: Array(bytes.prefix(length)), width: 2)
            }
        }
        #expect(throws: EntryBundleFailure.tooFewEntries(expected: 2, actual: 1)) {
            try EntryBundle(parsing: Array(bytes.prefix(3)), width: 2)
        }
    }

    @Test("an entry that is too long is refused")
    func refusesLong() {
        let long = Array(repeating: UInt8(7), count: EntryBundle.longestEntry + 1)
        #expect(throws: EntryBundleFailure.tooLong(entry: 1)) { try EntryBundle([[], long]) }
    }
}
