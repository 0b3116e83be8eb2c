/// What became of an official in the directory.
public enum OfficialChange: String, Hashable, Sendable, CaseIterable {
    case created
    case activated
    /// Every token, session and delegation of the person ended with it.
    case deactivated
    /// The person has these roles now, and no others.
    case rolesChanged
    /// The name that the personnel system has for the person is another one now.
    case externalIDChanged = "externalIdChanged"
    /// The person was taken out; the directory keeps no more than that they left.
    case removed
}
