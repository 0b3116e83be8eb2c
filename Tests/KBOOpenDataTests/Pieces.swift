@testable import KBOOpenData

/// Bytes given out a few at a time, so that every value is cut somewhere.
final class Pieces: ByteSource {
    private let bytes: [UInt8]
    private let size: Int
    private var position = 0

    init(_ bytes: [UInt8], size: Int) {
        self.bytes = bytes
        self.size = size
    }

    func append(to buffer: inout [UInt8]) -> Int {
        let piece = bytes[position...].prefix(size)
        buffer += piece
        position += piece.count
        return piece.count
    }
}
