/// Everything that is wrong with a YAML document; at least one issue.
public struct YAMLIssues: Error, Hashable, Sendable {
    /// At most ``YAMLReader/mostIssues`` of them.
    public let issues: [YAMLIssue]

    public init(_ issues: [YAMLIssue]) { self.issues = issues }
}

extension YAMLIssues: CustomStringConvertible {
    /// One line for each issue.
    public var description: String { issues.map(\.message).joined(separator: "\n") }
}
