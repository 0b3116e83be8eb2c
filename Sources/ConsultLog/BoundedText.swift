/// The form of foreign texts in the log: 1 to 128 characters (Unicode scalars), where nothing else
/// is said, without control
/// characters, line separators or noncharacters, and without space at either end.
enum BoundedText {
    static let mostScalars = 128

    static func check(
        _ text: some StringProtocol, most: Int = mostScalars
    ) throws(InvalidText) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last,
            scalars.count <= most, !first.properties.isWhitespace,
            !last.properties.isWhitespace, scalars.allSatisfy(isPrintable)
        else { throw InvalidText() }
        return String(text)
    }

    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20...0x7E).contains(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return false
        default: return !scalar.properties.isNoncharacterCodePoint
        }
    }
}
