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
}
