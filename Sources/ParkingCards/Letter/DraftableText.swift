public import Facts

/// A text of the municipality for its letters, and whether it is more than a draft.
public struct DraftableText: Hashable, Sendable {
    public let text: LocalizedText
    /// Whether somebody who writes the language and knows the law has checked it.
    public let isConfirmed: Bool
}
