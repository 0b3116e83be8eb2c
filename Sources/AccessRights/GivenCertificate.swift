/// A certificate that stands in the register whole, in PEM (RFC 7468 §5).
struct GivenCertificate: Hashable, Sendable {
    /// The bytes of the certificate; what they say is not looked at here.
    let der: [UInt8]

    private static let begin = "-----BEGIN CERTIFICATE-----"
    private static let end = "-----END CERTIFICATE-----"
    /// The most bytes of a certificate.
    private static let mostBytes = 16 * 1024

    /// Whether a text is meant to be one.
    static func isMeant(by text: String) -> Bool { text.hasPrefix("-----BEGIN") }

    /// Reads one certificate, and nothing before or behind it.
    init(parsing text: String) throws(InvalidName) {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        guard lines.count > 2, lines.first == Self.begin, lines.last == Self.end,
            let bytes = Self.bytes(lines.dropFirst().dropLast().joined()),
            // A certificate is a sequence.
            bytes.first == 0x30, bytes.count <= Self.mostBytes
        else { throw InvalidName() }
        der = bytes
    }

    /// Base64 with its padding (RFC 4648 §4).
    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 4), !digits.isEmpty else { return nil }
        let padding = digits.suffix(2).count { $0 == UInt8(ascii: "=") }
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        for (place, digit) in digits.dropLast(padding).enumerated() {
            guard let value = value(of: digit) else { return nil }
            bits = bits << 6 | UInt32(value)
            // Each four digits are three bytes; of the last ones the padding tells how many.
            if place % 4 > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> shift(place))) }
        }
        return bytes
    }

    private static func shift(_ place: Int) -> UInt32 { UInt32(6 - 2 * (place % 4)) }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        case _: nil
        }
    }
}
