/// The name of an authorisation (machtiging, autorisation), `parking-schaerbeek-2026`.
public struct AuthorisationID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Reads 1 to 64 small letters, digits, dots and dashes.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        self.text = try NameRules.check(text)
    }

    public var description: String { text }

    public static func < (left: AuthorisationID, right: AuthorisationID) -> Bool {
        left.text < right.text
    }
}
