public import Facts

/// The text of law on which a rule rests.
public struct LegalReference: Hashable, Sendable {
    /// Its name within the regulation file, `R-2013`.
    public let id: ReferenceID
    /// Its title in Dutch and French.
    public let title: LocalizedText
    /// The article, where somebody looked it up.
    public let article: String?
    /// The number under which the Belgian Official Gazette published it.
    public let numac: String?
    public let published: CalendarDate?
    /// Whether somebody compared it with the published text.
    public let isConfirmed: Bool
}
