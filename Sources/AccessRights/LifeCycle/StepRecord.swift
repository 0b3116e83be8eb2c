/// The name under which the consult log keeps a step, and with it who took it and why: that of a
/// consult, which an auditor looks up.
public struct StepRecord: Hashable, Sendable {
    public let text: String

    /// Reads a UUID in its written form, small letters.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        let isUUID =
            text.utf8.count == 36
            && text.utf8.enumerated().allSatisfy { position, byte in
                [8, 13, 18, 23].contains(position)
                    ? byte == 0x2D
                    : (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
            }
        guard isUUID else { throw InvalidName() }
        self.text = String(text)
    }
}
