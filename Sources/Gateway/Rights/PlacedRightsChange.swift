public import AccessRights

/// A change, and its place in the history: the revision that it made.
public struct PlacedRightsChange: Hashable, Sendable {
    public let revision: RightsRevision
    public let change: RightsChange

    public init(revision: RightsRevision, change: RightsChange) {
        self.revision = revision
        self.change = change
    }
}
