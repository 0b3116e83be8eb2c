public import Facts

/// The purpose for which an authorisation grants facts.
public struct Purpose: Hashable, Sendable {
    public let id: PurposeID
    public let label: LocalizedText
    /// The acts and articles on which the purpose rests.
    public let legalBasis: [LocalizedText]
    /// The name by which the Crossroads Bank knows the purpose (`legalContext`, at most 64
    /// characters).
    public let legalContext: String

    public init(
        id: PurposeID, label: LocalizedText, legalBasis: [LocalizedText], legalContext: String
    ) {
        self.id = id
        self.label = label
        self.legalBasis = legalBasis
        self.legalContext = legalContext
    }
}
