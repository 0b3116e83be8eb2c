/// One thing that is wrong with one field of a JSON object; it never holds the value.
public struct JSONFieldIssue: Hashable, Sendable {
    /// What is wrong with a field.
    public enum Kind: Hashable, Sendable {
        case missing
        case unknown
        case wrongType(expected: JSONKind)
        /// The value has the right type but not the right form or range; the text is ours.
        case invalid(expected: String)
    }

    /// Where: a JSON pointer such as `/vehicle/plate`; empty for the whole.
    ///
    /// Names that the sender made up are cut to 64 characters, and hidden behind `…` when they are
    /// not printable ASCII or could be somebody's number.
    public let pointer: String
    public let kind: Kind

    public init(pointer: String, kind: Kind) {
        self.pointer = pointer
        self.kind = kind
    }

    /// As much as may be shown of a name that the sender made up, wherever it stood: what a token of
    /// ``pointer`` is, but without the escapes of a JSON pointer.
    public static func shown(_ name: String) -> String { JSONPointer.shown(name) }

    /// One line for a person.
    public var message: String {
        let field = pointer.isEmpty ? "the body" : pointer
        return switch kind {
        case .missing: "\(field) is missing"
        case .unknown: "\(field) is not a known field"
        case .wrongType(let expected): "\(field) must be of type \(expected.rawValue)"
        case .invalid(let expected): "\(field) must be \(expected)"
        }
    }
}
