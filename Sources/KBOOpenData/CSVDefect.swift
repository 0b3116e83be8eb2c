/// What is wrong with a row of an extract.
public enum CSVDefect: String, Hashable, Sendable {
    /// The first line is not the published one.
    case header
    /// The row ends before this column.
    case missingColumn
    /// The row goes on after the last column.
    case extraColumn
    /// The file ends inside a quoted text.
    case unterminatedQuote
    /// Something other than a comma or the end of the line after a closing quote, or a quote
    /// inside a value that did not begin with one.
    case strayCharacter
    /// Longer than a row may be, as after a quote that nobody closed.
    case rowTooLong
    /// A text without quotes.
    case unquotedText
    /// A date in quotes.
    case quotedDate
    /// Not `dd-mm-yyyy`, or not a day of the calendar.
    case date
    /// Not an entity number of the kind that belongs here, or with wrong check digits.
    case number
    /// Empty where the register always has a value.
    case missingValue
    /// Not UTF-8.
    case encoding
    /// A second row with the key of an earlier one.
    case duplicate
}
