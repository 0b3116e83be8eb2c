import Crypto

extension TreeHash {
    /// The hash of a leaf: SHA-256 over a zero byte and the entry (RFC 6962 §2.1).
    public static func leaf(_ entry: Span<UInt8>) -> TreeHash {
        var hasher = SHA256()
        var prefix: UInt8 = 0
        unsafe withUnsafeBytes(of: &prefix) { unsafe hasher.update(bufferPointer: $0) }
        unsafe entry.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
        return TreeHash(hasher.finalize())
    }

    /// The hash of a leaf: SHA-256 over a zero byte and the entry (RFC 6962 §2.1).
    public static func leaf(_ entry: [UInt8]) -> TreeHash { leaf(entry.span) }

    /// The hash of a leaf: SHA-256 over a zero byte and the entry (RFC 6962 §2.1).
    public static func leaf(_ entry: ArraySlice<UInt8>) -> TreeHash { leaf(entry.span) }

    /// The hash of a node: SHA-256 over a one byte, the left child and the right one
    /// (RFC 6962 §2.1).
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        unsafe withUnsafeTemporaryAllocation(byteCount: 1 + 2 * length, alignment: 8) { buffer in
            unsafe buffer.storeBytes(of: 1, as: UInt8.self)
            unsafe buffer.storeBytes(of: left, toByteOffset: 1, as: TreeHash.self)
            unsafe buffer.storeBytes(of: right, toByteOffset: 1 + length, as: TreeHash.self)
            var hasher = SHA256()
            unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return TreeHash(hasher.finalize())
        }
    }

    /// The root over hashes whose number is a power of two.
    static func root(ofPerfect hashes: ArraySlice<TreeHash>) -> TreeHash {
        precondition(hashes.count.nonzeroBitCount == 1)
        var row = Array(hashes)
        var count = row.count
        while count > 1 {
            count /= 2
            for position in 0..<count {
                row[position] = .node(row[2 * position], row[2 * position + 1])
            }
        }
        return row[0]
    }
}
