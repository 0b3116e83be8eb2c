/// Authorisations that carry one id and say different things: nobody can tell which one holds.
public struct ConflictingAuthorisations: Error, Hashable, Sendable, CustomStringConvertible {
    /// In order, never empty.
    public let ids: [AuthorisationID]

    public init(ids: [AuthorisationID]) { self.ids = ids }

    public var description: String {
        "several authorisations have the same id: " + ids.map(\.text).joined(separator: ", ")
    }
}
