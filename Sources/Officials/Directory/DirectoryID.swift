public import ConsultLog

/// Names an official in the directory: opaque, so that it may stand in a URL.
public struct DirectoryID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let uuid: UUIDv7

    public init(_ uuid: UUIDv7) { self.uuid = uuid }

    public var description: String { uuid.text }

    public static func < (left: DirectoryID, right: DirectoryID) -> Bool {
        left.uuid < right.uuid
    }
}
