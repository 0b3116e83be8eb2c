/// Why a text is not acceptable JSON, or why a value has no canonical form.
///
/// Offsets count bytes from the start of the text. No case ever carries the text itself; a member
/// name that shows in a pointer went through the same veil as in ``JSONFieldIssue``.
public enum JSONFailure: Error, Hashable, Sendable {
    case tooLarge(limit: Int)
    case tooDeep(offset: Int)
    case byteOrderMark
    case invalidUTF8(offset: Int)
    case unexpectedByte(offset: Int)
    case unexpectedEnd(offset: Int)
    case trailingContent(offset: Int)
    case controlCharacter(offset: Int)
    case invalidEscape(offset: Int)
    case loneSurrogate(offset: Int)
    /// A number that not every reader keeps exactly, or a noncharacter (RFC 7493 §2.1, §2.2).
    case notInteroperable(offset: Int)
    /// An object names a member twice; the offset is where that object starts.
    case duplicateMember(parent: String, offset: Int)

    /// Where it went wrong, in bytes from the start.
    public var offset: Int {
        switch self {
        case .byteOrderMark: 0
        case .tooLarge(let limit): limit
        case .tooDeep(let offset), .invalidUTF8(let offset), .unexpectedByte(let offset),
            .unexpectedEnd(let offset), .trailingContent(let offset),
            .controlCharacter(let offset), .invalidEscape(let offset), .loneSurrogate(let offset),
            .notInteroperable(let offset), .duplicateMember(_, let offset):
            offset
        }
    }

    /// The same failure seen from the container that holds the member or element.
    func inside(_ token: @autoclosure () -> String) -> JSONFailure {
        guard case .duplicateMember(let parent, let offset) = self else { return self }
        return .duplicateMember(parent: "/" + token() + parent, offset: offset)
    }
}

extension JSONFailure: CustomStringConvertible {
    /// One line for a person, without any of the text.
    public var description: String {
        switch self {
        case .tooLarge(let limit): "the JSON text is larger than \(limit) bytes"
        case .tooDeep(let offset): "JSON nested too deeply at byte \(offset)"
        case .byteOrderMark: "the JSON text starts with a byte order mark"
        case .invalidUTF8(let offset): "a JSON string is not UTF-8 at byte \(offset)"
        case .unexpectedByte(let offset): "malformed JSON at byte \(offset)"
        case .unexpectedEnd(let offset): "the JSON text ends too early, at byte \(offset)"
        case .trailingContent(let offset): "content after the JSON value at byte \(offset)"
        case .controlCharacter(let offset): "a control character in a string at byte \(offset)"
        case .invalidEscape(let offset): "an invalid escape in a string at byte \(offset)"
        case .loneSurrogate(let offset): "a lone surrogate in a string at byte \(offset)"
        case .notInteroperable(let offset):
            "a number or character that is not interoperable at byte \(offset)"
        case .duplicateMember(let parent, let offset):
            "a member is named twice in the object \"\(parent)\" at byte \(offset)"
        }
    }
}
