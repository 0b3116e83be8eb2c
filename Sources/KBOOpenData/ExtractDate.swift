import Facts

/// Days of the extract, `dd-mm-yyyy`, kept in the replica as the integer `yyyymmdd`.
enum ExtractDate {
    /// The day that the bytes write, or `nil` when they write none.
    static func parse(_ bytes: Span<UInt8>) -> Int64? {
        guard bytes.count == 10, bytes[2] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "-"),
            let day = number(bytes, 0..<2), let month = number(bytes, 3..<5),
            let year = number(bytes, 6..<10),
            CalendarDate(year: year, month: month, day: day) != nil
        else { return nil }
        return Int64(year * 10_000 + month * 100 + day)
    }

    /// The day that the replica keeps as `stored`.
    static func date(stored: Int64) -> CalendarDate? {
        guard (0...99_991_231).contains(stored) else { return nil }
        let number = Int(stored)
        return CalendarDate(
            year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// What the replica keeps for `date`.
    static func stored(_ date: CalendarDate) -> Int64 {
        Int64(date.year * 10_000 + date.month * 100 + date.day)
    }

    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            guard bytes[index].isDigit else { return nil }
            number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return number
    }
}
