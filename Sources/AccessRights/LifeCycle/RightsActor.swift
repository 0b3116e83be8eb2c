public import Facts

/// Who took a step: an official, an application, a user of the machine, or the configuration.
/// Printing it hides it.
public struct RightsActor: Hashable, Sendable, Redacted {
    public let text: String

    /// Reads 1 to 128 printable characters.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        self.text = try LifeCycleText.check(text, most: 128)
    }

    private init(known text: String) { self.text = text }

    /// The folder of authorisations that the gateway was first started with.
    public static let configuration = RightsActor(known: "configuration")

    /// Whether two steps cannot be one person's: whoever is named by a token may also be behind an
    /// application, or at the machine, that leaves the name out.
    func isSurelyAnother(than hand: RightsActor) -> Bool {
        if self == hand { return false }
        if !hand.isUnnamed { return !isUnnamed }
        return isUnnamed || !hand.text.hasPrefix(Self.application)
    }

    private static let application = "application:"
    private static let machine = "unix:"

    /// Whether it is an application or a user of the machine, and not an official by name.
    private var isUnnamed: Bool {
        text.hasPrefix(Self.application) || text.hasPrefix(Self.machine)
    }
}
