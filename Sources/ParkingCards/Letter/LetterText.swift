/// A text in the language of the letter, and whether it is still a draft.
struct LetterText: Hashable {
    let text: String
    let isDraft: Bool

    init(_ text: String, isDraft: Bool = false) {
        self.text = text
        self.isDraft = isDraft
    }
}
