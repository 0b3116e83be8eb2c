/// The number of an establishment unit (vestigingseenheidsnummer, numéro d'unité
/// d'établissement): ten digits from 2 to 8; the last two are `97 − (first eight mod 97)`.
///
/// A unit can pass to another enterprise and keeps its number.
public struct EstablishmentUnitNumber: Hashable, Sendable, Redacted {
    /// The ten digits.
    public let digits: String

    /// Reads ten digits, or the written form `2.123.456.789`.
    public init(parsing text: some StringProtocol) throws(InvalidIdentifier) {
        let plain = Substring(text).filter { $0 != "." && $0 != " " }
        let digits = try Digits(plain, count: 10, kind: .establishmentUnitNumber)
        guard (2...8).contains(digits[0..<1]) else {
            throw InvalidIdentifier(.establishmentUnitNumber, .prefix)
        }
        guard digits[8..<10] == 97 - digits[0..<8] % 97 else {
            throw InvalidIdentifier(.establishmentUnitNumber, .checkDigits)
        }
        self.digits = digits.text
    }

    /// The number of the first eight digits, with its check digits.
    public init(base: Int) throws(InvalidIdentifier) {
        try self.init(
            parsing: Digits.padded(base, to: 8) + Digits.padded(97 - base % 97, to: 2))
    }

    /// The form that the Crossroads Bank prints, `2.123.456.789`.
    public var dotted: String {
        let rest = digits.dropFirst()
        return
            "\(digits.prefix(1)).\(rest.prefix(3)).\(rest.dropFirst(3).prefix(3)).\(rest.suffix(3))"
    }
}
