/// Numbers as the formats write them: ASCII digits, no sign, no leading zero.
enum Decimal {
    /// The largest number that is read, 2⁶³ − 1: what others hold in a signed word.
    static let largest = UInt64(Int64.max)

    static func number(_ text: some Collection<UInt8>) -> UInt64? {
        guard let first = text.first, first != UInt8(ascii: "0") || text.count == 1,
            text.count <= 19
        else { return nil }
        var number: UInt64 = 0
        for digit in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            // Nineteen digits fit in 64 bits.
            number = number * 10 + UInt64(digit - UInt8(ascii: "0"))
        }
        return number <= largest ? number : nil
    }
}
