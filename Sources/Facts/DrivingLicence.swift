/// A driving licence (rijbewijs, permis de conduire) as the National Register carries it:
/// information types 191 and 194. Only 194 carries categories.
public struct DrivingLicence: Hashable, Sendable, Redacted {
    /// `191` or `194`.
    public let informationType: InformationType
    /// The register's kind of licence, by code and label.
    public var kind: CodedValue?
    public var issued: IncompleteDate?
    public var expires: IncompleteDate?
    /// `nil`: the source publishes no categories for this licence; empty: it lists none.
    public var categories: Set<LicenceCategory>?
    /// Codes of categories that no published list explains.
    public var unknownCategories: [CodedValue]
    /// Whether the licence is forfeited or withdrawn. Its ground is never read.
    public var isForfeited: Bool?
    public var forfeitedSince: IncompleteDate?

    public init(informationType: InformationType) {
        self.informationType = informationType
        unknownCategories = []
    }
}
