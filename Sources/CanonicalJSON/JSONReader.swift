/// Reads the members of a JSON object and collects every issue instead of stopping at the first.
///
/// What is asked for is what is allowed: with ``JSONTolerance/strict``, a member that nobody asked
/// for by the time ``finish()`` or ``complete(_:)`` is called is an issue. A required accessor
/// returns `nil` after noting an issue.
///
/// ```swift
/// var reader = JSONReader(body)
/// let dossier = reader.optionalString("dossier")
/// let (ssin, plate) = try reader.complete(
///     reader.string("ssin", expected: "a national register number") { try SSIN(parsing: $0) },
///     reader.object("vehicle") { $0.string("plate") })
/// ```
public struct JSONReader: Sendable {
    /// How many issues are kept.
    public static let mostIssues = 50

    /// Where the object stands in the whole: a JSON pointer.
    public let pointer: String
    /// What was found wrong so far.
    public private(set) var issues: [JSONFieldIssue] = []

    private let tolerance: JSONTolerance
    /// `nil` when the value is not an object: then that is the one issue.
    private let object: JSONObject?
    private var asked: [String] = []

    public init(_ value: JSONValue, tolerance: JSONTolerance = .strict) {
        self.init(value, pointer: "", tolerance: tolerance)
    }

    init(_ value: JSONValue, pointer: String, tolerance: JSONTolerance) {
        self.pointer = pointer
        self.tolerance = tolerance
        object = value.object
        if object == nil {
            issues = [JSONFieldIssue(pointer: pointer, kind: .wrongType(expected: .object))]
        }
    }

    /// Ends the reading.
    ///
    /// - Throws: ``JSONFieldIssues`` when anything is wrong, unknown members included.
    public mutating func finish() throws(JSONFieldIssues) {
        reportUnknownMembers()
        guard issues.isEmpty else { throw JSONFieldIssues(issues) }
    }

    /// Ends the reading and returns the required fields, none of them missing.
    ///
    /// - Throws: ``JSONFieldIssues`` when anything is wrong, unknown members included.
    public mutating func complete<each Value>(
        _ values: repeat (each Value)?
    ) throws(JSONFieldIssues) -> (repeat each Value) {
        try finish()
        return (repeat try present(each values))
    }

    private func present<Value>(_ value: Value?) throws(JSONFieldIssues) -> Value {
        guard let value else {
            throw JSONFieldIssues([JSONFieldIssue(pointer: pointer, kind: .missing)])
        }
        return value
    }

    /// Notes an issue with a field of this object that only its user can see.
    public mutating func report(_ kind: JSONFieldIssue.Kind, at name: String) {
        note(kind, at: pointer(to: name))
    }

    /// Whether the object has this member; asking makes the member known.
    public mutating func has(_ name: String) -> Bool { take(name) != nil }

    /// The value of any kind, when present.
    public mutating func optionalValue(_ name: String) -> JSONValue? { take(name) }

    // MARK: for the accessors

    var isReadable: Bool { object != nil }

    /// The pointer to a member, or to an element of the array that it holds.
    func pointer(to name: String, _ index: Int? = nil) -> String {
        let member = pointer + "/" + JSONPointer.token(name)
        return index.map { "\(member)/\($0)" } ?? member
    }

    mutating func take(_ name: String) -> JSONValue? {
        asked.append(name)
        let value = object?[name]
        return tolerance == .lenient && value == .null ? nil : value
    }

    mutating func note(_ kind: JSONFieldIssue.Kind, at pointer: String) {
        guard issues.count < Self.mostIssues else { return }
        issues.append(JSONFieldIssue(pointer: pointer, kind: kind))
    }

    /// Reads a value inside this one with a reader of its own, and takes over its issues.
    mutating func descend<Value>(
        into value: JSONValue, at pointer: String, _ read: (inout JSONReader) -> Value?
    ) -> Value? {
        var inner = JSONReader(value, pointer: pointer, tolerance: tolerance)
        let result = inner.isReadable ? read(&inner) : nil
        inner.reportUnknownMembers()
        for issue in inner.issues { note(issue.kind, at: issue.pointer) }
        return inner.issues.isEmpty ? result : nil
    }

    private mutating func reportUnknownMembers() {
        guard let object, tolerance == .strict else { return }
        for member in object.members where !asked.contains(member.name) {
            note(.unknown, at: pointer(to: member.name))
        }
    }
}
