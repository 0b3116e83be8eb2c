/// Names one delegation.
public struct DelegationID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let uuid: UUIDv7

    public init(_ uuid: UUIDv7) { self.uuid = uuid }

    public var description: String { uuid.text }

    public static func < (left: DelegationID, right: DelegationID) -> Bool {
        left.uuid < right.uuid
    }
}
