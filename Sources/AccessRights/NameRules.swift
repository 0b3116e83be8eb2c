/// The form of the names that people give to applications, purposes and authorisations: 1 to 64
/// small letters, digits, dots and dashes, beginning with a letter or digit.
enum NameRules {
    static func check(_ text: some StringProtocol) throws(InvalidName) -> String {
        let bytes = Array(text.utf8)
        guard (1...64).contains(bytes.count), let first = bytes.first, isLetterOrDigit(first),
            bytes.allSatisfy({ isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x2E })
        else { throw InvalidName() }
        return String(text)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
