public import ConsultLog
import Crypto

/// What stands in the search index in the place of a value: 64 bits from which nobody gets back to
/// the value.
///
/// A confidential value has another token under every data key (``ConsultLog/IndexKey``). What
/// entries say in clear has one token, which hides nothing from who guesses the value: the index
/// tells no more than the entries do. Two values have the same token once in 2^64 pairs.
public struct SearchToken: Hashable, Sendable, Comparable {
    public let number: UInt64

    public init(_ number: UInt64) { self.number = number }

    /// The token of a confidential value.
    public init(_ value: ConfidentialValue, under key: IndexKey) { number = key.token(of: value) }

    /// The token of a value that stands in clear: the first eight bytes of SHA-256 over a label, the
    /// name of the field and the value, with a zero byte between them.
    public init(_ field: ClearField, _ text: String) {
        var hasher = SHA256()
        hasher.update(data: Array("onlyonce search v1\0\(field.rawValue)\0\(text)".utf8))
        number = hasher.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    public static func < (left: SearchToken, right: SearchToken) -> Bool {
        left.number < right.number
    }
}
