/// The name of a registered application of an organisation, `parking-schaerbeek`.
public struct ApplicationID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Reads 1 to 64 small letters, digits, dots and dashes.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        self.text = try NameRules.check(text)
    }

    public var description: String { text }

    public static func < (left: ApplicationID, right: ApplicationID) -> Bool {
        left.text < right.text
    }
}
