/// Everything that is wrong with a register of applications; at least one issue, in the order of
/// the text.
public struct InvalidApplicationRegister: Error, Hashable, Sendable, CustomStringConvertible {
    public let issues: [DocumentIssue]

    public init(_ issues: [DocumentIssue]) {
        precondition(!issues.isEmpty, "an invalid document has an issue")
        self.issues = issues
    }

    /// One line for each issue.
    public var description: String { issues.map(\.description).joined(separator: "\n") }
}
