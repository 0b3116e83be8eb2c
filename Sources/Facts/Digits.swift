/// ASCII digits read from untrusted text. `Int(_:)` is not used for this: it takes signs.
struct Digits {
    let values: [UInt8]

    /// Reads a text of exactly `count` ASCII digits.
    init(_ text: some StringProtocol, count: Int, kind: InvalidIdentifier.Kind)
        throws(InvalidIdentifier)
    {
        let bytes = Array(text.utf8)
        guard bytes.count == count else { throw InvalidIdentifier(kind, .length) }
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw InvalidIdentifier(kind, .character)
        }
        values = bytes.map { $0 - 0x30 }
    }

    /// The number that the digits of `range` write.
    subscript(range: Range<Int>) -> Int {
        values[range].reduce(0) { $0 * 10 + Int($1) }
    }

    /// The same digits as text.
    var text: String { String(decoding: values.map { $0 + 0x30 }, as: UTF8.self) }

    /// The numbers of `yyyy-mm-dd`, whether or not they form a date.
    static func dateParts(
        of text: some StringProtocol
    ) throws(InvalidIdentifier) -> (year: Int, month: Int, day: Int) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw InvalidIdentifier(.date, .length) }
        return (
            try Digits(parts[0], count: 4, kind: .date)[0..<4],
            try Digits(parts[1], count: 2, kind: .date)[0..<2],
            try Digits(parts[2], count: 2, kind: .date)[0..<2]
        )
    }

    /// Writes a number with at least `width` digits, without a text of its own.
    static func append(_ number: Int, width: Int, to text: inout [UInt8]) {
        var unit = 1
        for _ in 1..<width { unit *= 10 }
        guard number >= 0, number / unit < 10 else {
            text.append(contentsOf: padded(number, to: width).utf8)
            return
        }
        while unit > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
    }

    /// A number written with at least `width` digits.
    static func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
