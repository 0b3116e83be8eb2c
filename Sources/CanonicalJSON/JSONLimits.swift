/// How large and how deep a text may be before the parser refuses it.
public struct JSONLimits: Hashable, Sendable {
    /// The largest number of bytes.
    public let size: Int
    /// The largest number of arrays and objects within each other.
    public let depth: Int

    /// One mebibyte, 32 levels.
    public static let standard = JSONLimits(size: 1 << 20, depth: 32)

    /// - Parameter depth: 1 to 512, so that the recursion stays well within any thread's stack.
    public init(size: Int, depth: Int = 32) {
        precondition(size > 0 && (1...512).contains(depth), "limits are out of range")
        self.size = size
        self.depth = depth
    }
}
