/// A file of a published log.
public struct PublishedFile: Hashable, Sendable {
    /// The path below the log's folder.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
