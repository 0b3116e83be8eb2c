/// One line of a letter: what it is about, and what it says.
struct LetterLine: Hashable {
    let label: String
    let text: String
}
