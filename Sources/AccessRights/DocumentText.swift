/// A text that people wrote into a document and others will read on a page.
enum DocumentText {
    static let expected = "text of at most 500 characters, not blank and without control characters"

    static func isAcceptable(_ text: String) -> Bool {
        var count = 0
        var isBlank = true
        for scalar in text.unicodeScalars {
            count += 1
            switch scalar.properties.generalCategory {
            // Formats turn the direction of writing around (U+202E), unassigned ones are the
            // noncharacters that no JSON may hold.
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
                .unassigned:
                return false
            case .spaceSeparator: continue
            default: isBlank = false
            }
        }
        return !isBlank && count <= 500
    }
}
