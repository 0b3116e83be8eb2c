/// Names a legal hold, from its placing to its release.
public struct LegalHoldID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let uuid: UUIDv7

    public init(_ uuid: UUIDv7) { self.uuid = uuid }

    public var description: String { uuid.text }

    public static func < (left: LegalHoldID, right: LegalHoldID) -> Bool {
        left.uuid < right.uuid
    }
}
