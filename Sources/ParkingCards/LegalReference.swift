public import Facts

/// The text of law on which a rule rests.
public struct LegalReference: Hashable, Sendable {
    /// Its name within the regulation file, `R-2013`.
    public let id: ReferenceID
    /// Its title in Dutch and French.
    public let title: LocalizedText
    /// Whether somebody compared it with the published text.
    public let isConfirmed: Bool
}
