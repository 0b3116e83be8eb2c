import CanonicalJSON

extension CanonicalScanner {
    /// Reads a UUID of version 7 between quotes.
    mutating func uuid(in bytes: Span<UInt8>) throws(Unexpected) -> UUIDv7 {
        let start = position
        guard let uuid = UUIDv7(try string(in: bytes), in: bytes) else {
            throw Unexpected(offset: start)
        }
        return uuid
    }
}

extension Range<Int> {
    /// Whether these very bytes stand there.
    func holds(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for offset in 0..<count
        where unsafe text.utf8Start[offset] != bytes[lowerBound + offset] {
            return false
        }
        return true
    }
}

extension String {
    /// The text of a range.
    init(_ range: Range<Int>, in bytes: Span<UInt8>) {
        self = unsafe bytes.extracting(range).withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
    }
}
