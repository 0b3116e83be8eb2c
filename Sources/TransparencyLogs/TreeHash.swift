import Crypto

/// A hash of a Merkle tree: the SHA-256 of a leaf, of a node, or of nothing (RFC 6962 §2.1).
///
/// It lies inline, 32 bytes without allocation, so that millions of them cost their bytes alone.
public struct TreeHash: Hashable, Sendable {
    /// Its length in bytes.
    public static let length = 32

    /// The root of a tree without leaves: the SHA-256 of nothing.
    public static let emptyRoot = TreeHash(SHA256().finalize())

    // The bytes as they lie in memory: the first word holds the first eight, whatever the machine
    // makes of them as a number.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// `nil` unless there are 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        let array = Array(bytes)
        self = unsafe array.withUnsafeBytes { unsafe TreeHash(copying: $0) }
    }

    /// Reads the written form, standard base64 with padding; `nil` unless it is exactly that.
    public init?(base64 text: some Collection<UInt8>) {
        // 44 characters are 32 bytes; looking first keeps a long line from being decoded for nothing.
        guard text.count == 44, let bytes = Base64.bytes(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// Reads the written form, standard base64 with padding; `nil` unless it is exactly that.
    public init?(base64 text: String) { self.init(base64: text.utf8) }

    /// Copies the first 32 bytes of a buffer that has them.
    init(copying buffer: UnsafeRawBufferPointer) {
        precondition(buffer.count >= Self.length)
        first = unsafe buffer.loadUnaligned(as: UInt64.self)
        second = unsafe buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        third = unsafe buffer.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        fourth = unsafe buffer.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }

    init(_ digest: SHA256Digest) {
        self = unsafe digest.withUnsafeBytes { unsafe TreeHash(copying: $0) }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        unsafe withUnsafeBytes(of: self) { unsafe Array($0) }
    }

    /// The written form: standard base64 with padding, 44 characters.
    public var base64: String { Base64.text(bytes) }
}

extension TreeHash: CustomStringConvertible {
    public var description: String { base64 }
}
