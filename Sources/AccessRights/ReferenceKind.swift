/// The name of a kind of dossier (dossiertype, type de dossier) that organisations keep about a
/// subject, `parking-permit`.
public struct ReferenceKind: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Reads 1 to 64 small letters, digits, dots and dashes.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        self.text = try NameRules.check(text)
    }

    public var description: String { text }

    public static func < (left: ReferenceKind, right: ReferenceKind) -> Bool {
        left.text < right.text
    }
}
