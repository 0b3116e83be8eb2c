/// Looks at what a regulation gives for its letters.
struct LetterLint {
    let regulation: Regulation
    let places: LintPlaces

    var findings: [LintFinding] {
        guard let letter = regulation.letter else {
            return [
                places.finding(
                    .noLetter, .warning, at: [],
                    "has no section letter: no decision under it can be told")
            ]
        }
        guard !letter.isConfirmed else { return [] }
        return [
            places.finding(
                .draftText, .warning, at: [.key("letter")], "holds texts that are still drafts")
        ]
    }
}
