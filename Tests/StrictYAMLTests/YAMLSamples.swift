import StrictYAML

func parse(_ text: String, limits: YAMLLimits = .standard) throws(YAMLIssues) -> YAMLNode {
    try YAMLNode(parsing: Array(text.utf8), limits: limits)
}

/// The issues that a text gives, before anything is read from it.
func issues(_ text: String, limits: YAMLLimits = .standard) -> [YAMLIssue] {
    do {
        _ = try parse(text, limits: limits)
        return []
    } catch {
        return error.issues
    }
}

func issue(_ path: String, _ line: Int, _ column: Int, _ problem: YAMLIssue.Problem) -> YAMLIssue {
    YAMLIssue(path: path, position: YAMLPosition(line: line, column: column), problem: problem)
}
