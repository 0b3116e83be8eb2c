/// What a document may cost before it is refused.
public struct XMLLimits: Sendable, Hashable {
    /// Bytes of the encoded document.
    public var bytes: Int
    /// Elements open at the same time; libxml2 itself stops at 256.
    public var depth: Int
    /// Elements in all. A four-byte element costs some twenty times as much once parsed.
    public var elements: Int

    /// Bytes of one tag, from `<` to `>`. libxml2 compares every attribute of a tag with every other.
    public static let tagBytes = 64 << 10

    public init(bytes: Int, depth: Int, elements: Int) {
        self.bytes = bytes
        self.depth = min(depth, 256)
        self.elements = elements
    }

    /// 2 MiB, 64 levels, 50,000 elements: ample for one person's file at any source.
    public static let standard = XMLLimits(bytes: 2 << 20, depth: 64, elements: 50_000)
}
