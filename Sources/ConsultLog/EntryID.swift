/// Names one entry of the consult log.
public struct EntryID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let uuid: UUIDv7

    public init(_ uuid: UUIDv7) { self.uuid = uuid }

    public var description: String { uuid.text }

    public static func < (left: EntryID, right: EntryID) -> Bool { left.uuid < right.uuid }
}
