/// One thing that is wrong with a document of ours: where, and what must be there; never a value.
public struct DocumentIssue: Hashable, Sendable, CustomStringConvertible {
    /// Where: `grants.attributes[2]`; empty for the whole document.
    public let path: String
    /// The line of the text, from one; `nil` when there was no text.
    public let line: Int?
    /// Completes the sentence that the path begins: `is missing`, `must be …`.
    public let problem: String

    public init(path: String, line: Int?, problem: String) {
        self.path = path
        self.line = line
        self.problem = problem
    }

    /// One line for a person.
    public var description: String {
        let subject = path.isEmpty ? "the document" : path
        return line.map { "line \($0): \(subject) \(problem)" } ?? "\(subject) \(problem)"
    }
}
