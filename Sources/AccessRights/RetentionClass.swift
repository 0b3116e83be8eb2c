/// The name of a class of log entries that are kept equally long, `ten-years`.
public struct RetentionClass: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Reads 1 to 64 small letters, digits, dots and dashes.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        self.text = try NameRules.check(text)
    }

    /// Ten years: for everything that no authorisation gives another class.
    public static let standard = RetentionClass(known: "ten-years")

    /// The classes that an authorisation can give: those of which it is known how long they are.
    public static let known: [RetentionClass] = [standard]

    private init(known text: String) { self.text = text }

    public var description: String { text }

    public static func < (left: RetentionClass, right: RetentionClass) -> Bool {
        left.text < right.text
    }
}
