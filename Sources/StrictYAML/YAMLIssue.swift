/// One thing that is wrong with a YAML document: where, and what; never a value.
public struct YAMLIssue: Hashable, Sendable {
    /// What is wrong.
    public enum Problem: Hashable, Sendable {
        // About the text as a whole
        case tooLarge(limit: Int)
        case notUTF8
        case empty
        case severalDocuments
        /// The text is no YAML; the reason is one of the parser's own phrases.
        case malformed(reason: String)
        // What this reader does not accept, though it is YAML
        case tooDeep(limit: Int)
        case anchor
        case alias
        case mergeKey
        case tag
        case keyIsNotText
        case duplicateKey
        // About what a document of this kind must hold
        case missing
        case unknownKey
        case wrongType(expected: String)
        case notAllowed(expected: [String])
        /// The value has the right type but not the right form or range; the text is ours.
        case invalid(expected: String)
    }

    /// Where: for example `grants[2].attributes`; empty for the whole document.
    ///
    /// A key that is not printable ASCII shows as `…`, a long one is cut.
    public let path: String
    public let position: YAMLPosition
    public let problem: Problem

    public var line: Int { position.line }
    public var column: Int { position.column }

    public init(path: String, position: YAMLPosition, problem: Problem) {
        self.path = path
        self.position = position
        self.problem = problem
    }

    /// One line for a person: the place, the path and the problem.
    public var message: String {
        let subject = path.isEmpty ? "the document" : path
        return "line \(line), column \(column): \(subject) \(predicate)"
    }

    private var predicate: String {
        switch problem {
        case .tooLarge(let limit): "is larger than \(limit) bytes"
        case .notUTF8: "is not UTF-8 text without a byte order mark"
        case .empty: "is empty"
        case .severalDocuments: "must be one document, not several"
        case .malformed(let reason): "is not well-formed YAML (\(reason))"
        case .tooDeep(let limit): "is nested deeper than \(limit) levels"
        case .anchor: "has an anchor, which is not accepted here"
        case .alias: "has an alias, which is not accepted here"
        case .mergeKey: "has a merge key, which is not accepted here"
        case .tag: "has a tag, which is not accepted here"
        case .keyIsNotText: "has a key that is not text"
        case .duplicateKey: "occurs twice"
        case .missing: "is missing"
        case .unknownKey: "is not a known key"
        case .wrongType(let expected): "must be \(expected)"
        case .notAllowed(let expected): "must be one of: \(expected.joined(separator: ", "))"
        case .invalid(let expected): "must be \(expected)"
        }
    }
}
