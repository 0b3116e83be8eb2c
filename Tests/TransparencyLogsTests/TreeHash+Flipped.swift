import TransparencyLogs

extension TreeHash {
    /// The hash with one bit changed, 0 to 255.
    func flipped(bit: Int) -> TreeHash {
        var bytes = bytes
        bytes[bit / 8] ^= 1 << (bit % 8)
        return TreeHash(bytes: bytes) ?? self
    }
}
