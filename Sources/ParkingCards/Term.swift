/// A length of time in whole months, written `P1Y` or `P3M` (ISO 8601 duration).
public struct Term: Hashable, Sendable {
    public let months: Int

    /// Reads `P`, a number from 1 to 99 without leading zero, and `Y` or `M`; otherwise `nil`.
    public init?(parsing text: String) {
        let bytes = Array(text.utf8)
        guard (3...4).contains(bytes.count), bytes[0] == UInt8(ascii: "P"),
            bytes[1] != UInt8(ascii: "0")
        else { return nil }
        var count = 0
        for byte in bytes.dropFirst().dropLast() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            count = count * 10 + Int(byte - UInt8(ascii: "0"))
        }
        switch bytes.last {
        case UInt8(ascii: "Y"): months = count * 12
        case UInt8(ascii: "M"): months = count
        default: return nil
        }
    }

    /// The term as it is written, in years where there are only whole ones.
    public var text: String {
        months.isMultiple(of: 12) ? "P\(months / 12)Y" : "P\(months)M"
    }
}
