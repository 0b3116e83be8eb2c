/// Reads the entries of a YAML mapping and collects every issue instead of stopping at the first.
///
/// What is asked for is what is allowed: a key that nobody asked for by the time ``finish()`` or
/// ``complete(_:)`` is called is an issue. A required accessor returns `nil` after noting an issue.
///
/// ```swift
/// var reader = YAMLReader(try YAMLNode(parsing: bytes))
/// let until = reader.optionalDate("until")
/// let (id, grants) = try reader.complete(
///     reader.text("id"), reader.list("grants") { grant in grant.texts("attributes") })
/// ```
public struct YAMLReader: Sendable {
    /// How many issues are kept.
    public static let mostIssues = 50

    /// Where the mapping stands in the document; empty at the top.
    public let path: String
    /// Where the mapping stands in the text.
    public let position: YAMLPosition
    /// What was found wrong so far.
    public private(set) var issues: [YAMLIssue] = []

    /// `nil` when the node is not a mapping: then that is the one issue.
    private let entries: [YAMLNode.Entry]?
    private var asked: Set<String> = []

    /// Reads from the top of a document.
    public init(_ node: YAMLNode) { self.init(node, path: "") }

    /// Parses a document and reads from its top.
    ///
    /// - Throws: as ``YAMLNode/init(parsing:limits:)``.
    public init(
        parsing bytes: some Collection<UInt8>, limits: YAMLLimits = .standard
    ) throws(YAMLIssues) {
        self.init(try YAMLNode(parsing: bytes, limits: limits))
    }

    init(_ node: YAMLNode, path: String) {
        self.path = path
        position = node.position
        entries = node.entries
        if entries == nil { note(.wrongType(expected: "a mapping"), path, node.position) }
    }

    /// The keys in the order of the document.
    public var keys: [String] { entries?.map(\.key) ?? [] }

    /// Whether the mapping has this key; asking makes the key known.
    public mutating func has(_ key: String) -> Bool { take(key) != nil }

    /// The node of any kind, when present.
    public mutating func optionalNode(_ key: String) -> YAMLNode? { take(key) }

    /// Notes a problem with an entry of this mapping that only its user can see.
    public mutating func report(_ problem: YAMLIssue.Problem, at key: String) {
        note(problem, path(to: key), take(key)?.position ?? position)
    }

    /// Ends the reading.
    ///
    /// - Throws: ``YAMLIssues`` when anything is wrong, unknown keys included.
    public mutating func finish() throws(YAMLIssues) {
        reportUnknownKeys()
        guard issues.isEmpty else { throw YAMLIssues(issues) }
    }

    /// Ends the reading and returns the required entries, none of them missing.
    ///
    /// - Throws: ``YAMLIssues`` when anything is wrong, unknown keys included.
    public mutating func complete<each Value>(
        _ values: repeat (each Value)?
    ) throws(YAMLIssues) -> (repeat each Value) {
        try finish()
        return (repeat try present(each values))
    }

    private func present<Value>(_ value: Value?) throws(YAMLIssues) -> Value {
        guard let value else {
            throw YAMLIssues([YAMLIssue(path: path, position: position, problem: .missing)])
        }
        return value
    }

    // MARK: for the accessors

    func path(to key: String) -> String { YAMLPath.entry(key, in: path) }

    mutating func take(_ key: String) -> YAMLNode? {
        asked.insert(key)
        return entries?.first { $0.key == key }?.value
    }

    /// The node of a required entry.
    mutating func demand(_ key: String) -> YAMLNode? {
        let node = take(key)
        if node == nil, entries != nil { note(.missing, path(to: key), position) }
        return node
    }

    mutating func note(_ problem: YAMLIssue.Problem, _ path: String, _ position: YAMLPosition) {
        guard issues.count < Self.mostIssues else { return }
        issues.append(YAMLIssue(path: path, position: position, problem: problem))
    }

    /// Reads a mapping inside this one with a reader of its own, and takes over its issues.
    mutating func descend<Value>(
        into node: YAMLNode, _ path: String, _ read: (inout YAMLReader) -> Value?
    ) -> Value? {
        var inner = YAMLReader(node, path: path)
        let result = inner.entries == nil ? nil : read(&inner)
        inner.reportUnknownKeys()
        for issue in inner.issues { note(issue.problem, issue.path, issue.position) }
        return inner.issues.isEmpty ? result : nil
    }

    private mutating func reportUnknownKeys() {
        for entry in entries ?? [] where !asked.contains(entry.key) {
            note(.unknownKey, path(to: entry.key), entry.position)
        }
    }
}
