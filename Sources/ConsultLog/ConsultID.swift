/// Names one consult: everything that one call looked up, refused or failed to find.
public struct ConsultID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let uuid: UUIDv7

    public init(_ uuid: UUIDv7) { self.uuid = uuid }

    public var description: String { uuid.text }

    public static func < (left: ConsultID, right: ConsultID) -> Bool { left.uuid < right.uuid }
}
