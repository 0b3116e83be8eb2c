/// The form in which libxml2, without entity substitution, gives every ampersand in an attribute or
/// a namespace URI: `&#38;`.
enum AmpersandReference {
    private static let rest: [UInt8] = Array("#38;".utf8)

    /// Decodes a value.
    ///
    /// Byte by byte: to a `String` the last character could be one with a mark that follows it.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var decoded: [UInt8] = []
        var left = bytes
        while let byte = left.popFirst() {
            decoded.append(byte)
            if byte == UInt8(ascii: "&"), left.starts(with: rest) {
                left.removeFirst(rest.count)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
