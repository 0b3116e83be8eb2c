import StrictYAML

extension DocumentIssue {
    init(_ issue: YAMLIssue) {
        // The message is "line 3, column 5: subject predicate"; the place is told apart from it.
        let subject = issue.path.isEmpty ? "the document" : issue.path
        let place = "line \(issue.line), column \(issue.column): \(subject) "
        self.init(
            path: issue.path, line: issue.line,
            problem: String(issue.message.dropFirst(place.count)))
    }

    /// The issues in the order of the text.
    static func sorted(_ issues: [DocumentIssue]) -> [DocumentIssue] {
        issues.sorted { ($0.line ?? 0, $0.path, $0.problem) < ($1.line ?? 0, $1.path, $1.problem) }
    }
}
