/// The order of member names in canonical JSON: by UTF-16 code units (RFC 8785 §3.2.3).
enum CanonicalOrder {
    /// Whether a name comes strictly before another.
    ///
    /// It compares UTF-8, which orders like UTF-16 but for one thing: code points from U+10000 on
    /// (lead bytes F0 to F4), being surrogate pairs in UTF-16, come before U+E000 to U+FFFF (lead
    /// bytes EE and EF).
    static func isBefore(_ left: String, _ right: String) -> Bool {
        var others = right.utf8.makeIterator()
        for byte in left.utf8 {
            guard let other = others.next() else { return false }
            if byte != other { return rank(byte) < rank(other) }
        }
        return others.next() != nil
    }

    private static func rank(_ byte: UInt8) -> UInt8 {
        byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
    }
}
