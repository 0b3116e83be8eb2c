/// Looks for tags that are too long, before libxml2 spends time on them.
///
/// It errs on the side of refusing: what looks like a tag within a comment or a CDATA section is
/// measured too. Every `<` begins anew, as it does for libxml2, which gives a tag up where it finds
/// one within, also between quotes; so what is not well-formed cannot hide a tag either.
enum TagScan {
    private enum Place {
        case outside
        /// In a tag, between attributes.
        case tag
        /// In a value that ends at this quote.
        case value(quote: UInt8)
    }

    /// Whether there are more than `limit` bytes from the `<` to the `>` of some tag, both counted.
    static func hasTag(in bytes: Span<UInt8>, longerThan limit: Int) -> Bool {
        guard bytes.count > limit else { return false }
        var place = Place.outside
        var start = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") {
                (place, start) = (beginsTag(bytes, index) ? .tag : .outside, index)
                continue
            }
            switch place {
            case .outside: continue
            case .tag where byte == UInt8(ascii: ">"): place = .outside
            case .tag where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
                place = .value(quote: byte)
            case .value(let quote) where byte == quote: place = .tag
            case .tag, .value: break
            }
            if index - start >= limit { return true }
        }
        return false
    }

    /// Comments, CDATA sections, instructions and document types have no attributes.
    private static func beginsTag(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        return bytes[index + 1] != UInt8(ascii: "!") && bytes[index + 1] != UInt8(ascii: "?")
    }
}
