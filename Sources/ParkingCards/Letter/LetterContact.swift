public import Facts

/// Whom a letter names for questions: a person or a service, as the municipality chooses.
public struct LetterContact: Hashable, Sendable {
    public let name: LocalizedText
    public let address: LocalizedText?
    public let telephone: String?
    public let email: String?
    public let isConfirmed: Bool
}
