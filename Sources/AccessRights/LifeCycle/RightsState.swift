/// Where an authorisation stands on a day.
public enum RightsState: String, Hashable, Sendable, CaseIterable {
    case draft
    case submitted
    /// Approved, for days that are still to come.
    case approved
    /// Approved and within its validity: requests are granted under it.
    case active
    case suspended
    case revoked
    /// Its last day is over.
    case expired
}
