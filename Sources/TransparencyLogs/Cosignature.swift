/// The bytes of a `cosignature/v1`: a time, then an Ed25519 signature (C2SP tlog-cosignature).
enum Cosignature {
    /// Eight bytes of time and 64 of signature.
    static let length = 72

    /// What is signed.
    static func message(_ text: [UInt8], at time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n".utf8) + text
    }

    static func bytes(of time: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: time >> UInt64(56 - 8 * $0)) }
    }

    static func time(_ signature: [UInt8]) -> UInt64 {
        signature[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    }
}
