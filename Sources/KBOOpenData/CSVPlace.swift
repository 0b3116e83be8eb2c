/// Where in an extract something is wrong.
public struct CSVPlace: Hashable, Sendable {
    /// `address.csv`
    public let file: String
    /// The line on which the row begins; the header is line 1.
    public let line: Int
    /// The name of the column, where one is to blame.
    public let column: String?

    public init(file: String, line: Int, column: String?) {
        self.file = file
        self.line = line
        self.column = column
    }
}
