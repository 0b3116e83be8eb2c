/// The right to open dossiers in the repertory of references.
public struct ReferenceGrant: Hashable, Sendable {
    /// Of which kinds; never empty.
    public let kinds: Set<ReferenceKind>
    /// How many days a dossier may stay open, the day on which it is opened included.
    public let maximumDays: Int

    public init(kinds: Set<ReferenceKind>, maximumDays: Int) {
        self.kinds = kinds
        self.maximumDays = maximumDays
    }
}
