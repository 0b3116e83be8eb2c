/// Where random bytes come from.
public protocol RandomSource: Sendable {
    /// Returns `count` bytes that nobody can predict.
    func bytes(_ count: Int) -> [UInt8]
}
