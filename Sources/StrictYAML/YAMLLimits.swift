/// How large and how deep a document may be before the reader refuses it.
public struct YAMLLimits: Hashable, Sendable {
    /// The largest number of bytes.
    public let size: Int
    /// The largest number of mappings and sequences within each other.
    public let depth: Int

    /// One mebibyte, 32 levels.
    public static let standard = YAMLLimits(size: 1 << 20, depth: 32)

    /// - Parameter depth: 1 to 512, so that the recursion stays well within any thread's stack.
    public init(size: Int, depth: Int = 32) {
        precondition(size > 0 && (1...512).contains(depth), "limits are out of range")
        self.size = size
        self.depth = depth
    }
}
