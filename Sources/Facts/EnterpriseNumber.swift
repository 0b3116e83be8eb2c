/// The number of an enterprise in the Crossroads Bank for Enterprises (ondernemingsnummer, numéro
/// d'entreprise): ten digits from 0 or 1; the last two are `97 − (first eight mod 97)`.
///
/// A sole trader's number identifies a natural person, so printing it hides it.
public struct EnterpriseNumber: Hashable, Sendable, Redacted {
    /// The ten digits.
    public let digits: String

    /// Reads ten digits, or the written forms `0123.456.789` and `BE0123456789`.
    public init(parsing text: some StringProtocol) throws(InvalidIdentifier) {
        let digits = try Digits(
            Self.unpunctuated(text), count: 10, kind: .enterpriseNumber)
        guard digits[0..<1] <= 1 else { throw InvalidIdentifier(.enterpriseNumber, .prefix) }
        guard digits[8..<10] == 97 - digits[0..<8] % 97 else {
            throw InvalidIdentifier(.enterpriseNumber, .checkDigits)
        }
        self.digits = digits.text
    }

    /// The number of the first eight digits, with its check digits.
    public init(base: Int) throws(InvalidIdentifier) {
        guard (0...19_999_999).contains(base) else {
            throw InvalidIdentifier(.enterpriseNumber, .prefix)
        }
        try self.init(
            parsing: Digits.padded(base, to: 8) + Digits.padded(97 - base % 97, to: 2))
    }

    /// The form that the Crossroads Bank prints, `0123.456.789`.
    public var dotted: String {
        "\(digits.prefix(4)).\(digits.dropFirst(4).prefix(3)).\(digits.suffix(3))"
    }

    private static func unpunctuated(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        if rest.hasPrefix("BE") { rest = rest.dropFirst(2) }
        return rest.filter { $0 != "." && $0 != " " }
    }
}
