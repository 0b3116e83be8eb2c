/// Names one dossier in the repertory of references, from its opening on.
public struct ReferenceID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let uuid: UUIDv7

    public init(_ uuid: UUIDv7) { self.uuid = uuid }

    public var description: String { uuid.text }

    public static func < (left: ReferenceID, right: ReferenceID) -> Bool {
        left.uuid < right.uuid
    }
}
