/// The name of a purpose (finaliteit, finalité) for which facts are asked, `parking-cards`.
public struct PurposeID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Reads 1 to 64 small letters, digits, dots and dashes.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        self.text = try NameRules.check(text)
    }

    public var description: String { text }

    public static func < (left: PurposeID, right: PurposeID) -> Bool { left.text < right.text }
}
