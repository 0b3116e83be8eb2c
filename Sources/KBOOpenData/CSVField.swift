/// One value of a row, as a range of the reader's buffer, without its quotes.
struct CSVField {
    var start = 0
    var end = 0
    var quoted = false
    /// Whether the text holds doubled quotes that are still to be undone.
    var escaped = false

    var isEmpty: Bool { start == end }
}
