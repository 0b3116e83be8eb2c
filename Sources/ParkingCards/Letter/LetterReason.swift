/// A reason as a letter gives it.
struct LetterReason: Hashable {
    let code: String
    let text: LetterText
}
