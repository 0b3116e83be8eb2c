/// Everything that is wrong with the fields of a JSON object; at least one issue.
public struct JSONFieldIssues: Error, Hashable, Sendable {
    /// At most ``JSONReader/mostIssues`` of them, so that a hostile text cannot make a long answer.
    public let issues: [JSONFieldIssue]

    public init(_ issues: [JSONFieldIssue]) { self.issues = issues }
}

extension JSONFieldIssues: CustomStringConvertible {
    public var description: String { issues.map(\.message).joined(separator: "; ") }
}
