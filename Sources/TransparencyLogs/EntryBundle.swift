/// The entries under one tile of level 0: each after its length in two bytes (C2SP tlog-tiles).
public struct EntryBundle: Sendable {
    /// The longest entry that a bundle can hold, in bytes.
    public static let longestEntry = Int(UInt16.max)

    /// The published bytes.
    public let bytes: [UInt8]
    /// Where each entry lies in the bytes.
    private let places: [Range<Int>]

    /// Reads the published bytes of a bundle with that many entries.
    ///
    /// - Throws: ``EntryBundleFailure`` unless they are exactly so many entries, and nothing else.
    public init(parsing bytes: [UInt8], width: Int) throws(EntryBundleFailure) {
        var places: [Range<Int>] = []
        places.reserveCapacity(width)
        var position = 0
        while position < bytes.count {
            guard places.count < width else { throw .tooManyEntries(expected: width) }
            guard position + 2 <= bytes.count else { throw .cutOff(entry: places.count) }
            let start = position + 2
            let end = start + Int(bytes[position]) << 8 + Int(bytes[position + 1])
            guard end <= bytes.count else { throw .cutOff(entry: places.count) }
            places.append(start..<end)
            position = end
        }
        guard places.count == width else {
            throw .tooFewEntries(expected: width, actual: places.count)
        }
        self.bytes = bytes
        self.places = places
    }

    /// Makes a bundle of entries.
    ///
    /// - Throws: ``EntryBundleFailure/tooLong(entry:)`` for one of more than ``longestEntry`` bytes.
    public init(_ entries: some Sequence<[UInt8]>) throws(EntryBundleFailure) {
        var bytes: [UInt8] = []
        var places: [Range<Int>] = []
        for entry in entries {
            guard entry.count <= Self.longestEntry else { throw .tooLong(entry: places.count) }
            bytes.append(UInt8(entry.count >> 8))
            bytes.append(UInt8(entry.count & 0xFF))
            bytes.append(contentsOf: entry)
            places.append((bytes.count - entry.count)..<bytes.count)
        }
        self.bytes = bytes
        self.places = places
    }

    /// The number of entries.
    public var count: Int { places.count }

    /// The bytes of an entry, by its position in the bundle.
    public subscript(position: Int) -> ArraySlice<UInt8> { bytes[places[position]] }

    /// The hash of each entry as a leaf: the hashes of the tile above.
    public var leafHashes: [TreeHash] { places.map { .leaf(bytes[$0]) } }
}
