/// The beginning of a write-ahead log, and what its frames must be after it.
struct WALHeader {
    let pageSize: Int
    /// The checksum over the header, from which that of the first frame goes on.
    let sum: (UInt32, UInt32)
    private let isBigEndian: Bool
    /// How often the log began anew in its file.
    private let round: UInt32
    private let salts: (UInt32, UInt32)

    /// `nil` when it is cut off or damaged.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == WALTail.headerLength else { return nil }
        let magic = Self.bigEndian(bytes, at: 0)
        guard magic == 0x377f_0682 || magic == 0x377f_0683,
            Self.bigEndian(bytes, at: 4) == 3_007_000
        else { return nil }
        isBigEndian = magic & 1 == 1
        let size = Self.bigEndian(bytes, at: 8)
        guard (512...65_536).contains(size), size.nonzeroBitCount == 1 else { return nil }
        pageSize = Int(size)
        round = Self.bigEndian(bytes, at: 12)
        salts = (Self.bigEndian(bytes, at: 16), Self.bigEndian(bytes, at: 20))
        var sum: (UInt32, UInt32) = (0, 0)
        Self.add(bytes[..<24], isBigEndian, to: &sum)
        guard sum == (Self.bigEndian(bytes, at: 24), Self.bigEndian(bytes, at: 28)) else {
            return nil
        }
        self.sum = sum
    }

    /// Whether a frame goes on with what stands before it; the checksum then includes it.
    func follows(_ frame: [UInt8], _ sum: inout (UInt32, UInt32)) -> Bool {
        guard word(frame, at: 8) == salts.0, word(frame, at: 12) == salts.1,
            word(frame, at: 0) != 0
        else { return false }
        Self.add(frame[..<8], isBigEndian, to: &sum)
        Self.add(frame[WALTail.frameHeaderLength...], isBigEndian, to: &sum)
        return sum == (word(frame, at: 16), word(frame, at: 20))
    }

    /// Whether a frame is a whole one of an earlier round: the first salt grows by one each time.
    func isEarlier(_ frame: [UInt8]) -> Bool {
        guard frame.count == WALTail.frameHeaderLength + pageSize else { return false }
        let distance = salts.0 &- word(frame, at: 8)
        return distance >= 1 && distance <= round
    }

    /// The number in four bytes of a frame's header.
    func word(_ frame: [UInt8], at offset: Int) -> UInt32 { Self.bigEndian(frame, at: offset) }

    private static func bigEndian(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func add(
        _ bytes: ArraySlice<UInt8>, _ isBigEndian: Bool, to sum: inout (UInt32, UInt32)
    ) {
        unsafe bytes.withUnsafeBytes { buffer in
            for offset in stride(from: 0, to: buffer.count, by: 8) {
                let first = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                let second = unsafe buffer.loadUnaligned(
                    fromByteOffset: offset + 4, as: UInt32.self)
                sum.0 &+= (isBigEndian ? first.bigEndian : first.littleEndian) &+ sum.1
                sum.1 &+= (isBigEndian ? second.bigEndian : second.littleEndian) &+ sum.0
            }
        }
    }
}
