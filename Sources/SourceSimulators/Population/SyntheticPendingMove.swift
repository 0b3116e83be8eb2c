public import Facts

/// A change of address that is not confirmed yet.
public enum SyntheticPendingMove: Hashable, Sendable {
    /// Information type 005: the intention to move to another municipality.
    case intention(to: NISCode, name: LocalizedText, on: CalendarDate)
    /// Information type 019: the declaration of the new address.
    case declaration(on: CalendarDate)
}
