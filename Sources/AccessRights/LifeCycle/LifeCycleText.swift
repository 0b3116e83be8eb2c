/// The form of the texts of a change that people or programs bring along: printable, not blank at
/// either end.
enum LifeCycleText {
    static func check(_ text: some StringProtocol, most: Int) throws(InvalidName) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, scalars.count <= most,
            !first.properties.isWhitespace, !last.properties.isWhitespace,
            scalars.allSatisfy(isPrintable)
        else { throw InvalidName() }
        return String(text)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: !scalar.properties.isNoncharacterCodePoint
        }
    }
}
