/// Everything that is wrong with the document of an authorisation; at least one issue, in the
/// order of the text.
public struct InvalidAuthorisation: Error, Hashable, Sendable, CustomStringConvertible {
    public let issues: [DocumentIssue]

    public init(_ issues: [DocumentIssue]) {
        precondition(!issues.isEmpty, "an invalid document has an issue")
        self.issues = issues
    }

    /// One line for each issue.
    public var description: String { issues.map(\.description).joined(separator: "\n") }
}
