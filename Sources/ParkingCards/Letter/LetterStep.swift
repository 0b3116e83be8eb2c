import Facts

/// What happens now, and by when.
struct LetterStep: Hashable {
    let text: String
    let due: CalendarDate?
}
