/// One kind of fact that can be asked, granted, logged and shown: a row of the catalogue.
///
/// Everything that speaks of attributes reads this table: rights, requests, minimisation, the log
/// and the pages.
public struct Attribute: Sendable {
    /// The name by which rights and requests call an attribute, `person.mainResidence`.
    public let id: AttributeID
    public let source: Source
    /// The types of information of the National Register that it comes from; empty for the other
    /// sources.
    public let informationTypes: [InformationType]
    public let label: LocalizedText
    /// The term of a published vocabulary that means the same, where there is one.
    public let semanticURI: String?
}
