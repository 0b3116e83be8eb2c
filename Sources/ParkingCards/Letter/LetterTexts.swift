/// What a municipality gives for its letters: the section `letter` of a regulation file.
public struct LetterTexts: Hashable, Sendable {
    /// The law that every letter names besides that of the rules: on motivation, on publicity, on
    /// the use of languages.
    public let law: [LegalReference]
    public let contact: LetterContact
    /// How to reach the ombudsman.
    public let ombudsman: DraftableText
    public let remedies: [LetterRemedy]
    /// The municipality's own words for a reason, by its code; for any other the product's.
    public let reasons: [String: DraftableText]

    /// Whether nothing of it is a draft any more.
    public var isConfirmed: Bool {
        contact.isConfirmed && ombudsman.isConfirmed && remedies.allSatisfy(\.isConfirmed)
            && reasons.values.allSatisfy(\.isConfirmed)
    }
}
