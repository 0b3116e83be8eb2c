public import Facts

/// What can be done against a decision: before whom, how, and within what time.
public struct LetterRemedy: Hashable, Sendable {
    public let body: LocalizedText
    public let form: LocalizedText
    public let term: LocalizedText
    public let isConfirmed: Bool
}
