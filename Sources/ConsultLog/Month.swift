public import Facts

/// A month of the calendar in UTC.
public struct Month: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let year: Int
    /// 1 to 12.
    public let month: Int

    /// The month in which the instant falls.
    public init(of time: Timestamp) {
        let date = time.utcDate
        year = date.year
        month = date.month
    }

    private init(number: Int) {
        year = number / 12
        month = number % 12 + 1
    }

    /// Reads `yyyy-mm`.
    public init?(parsing text: some StringProtocol) {
        guard let date = try? CalendarDate(parsing: "\(text)-01"), text.utf8.count == 7 else {
            return nil
        }
        year = date.year
        month = date.month
    }

    /// The month that lies `count` months later.
    public func adding(_ count: Int) -> Month { Month(number: year * 12 + month - 1 + count) }

    /// Its first instant.
    public var start: Timestamp {
        let days = CalendarDate(year: year, month: month, day: 1)?.daysSinceEpoch ?? 0
        return Timestamp(milliseconds: Int64(days) * 86_400_000)
    }

    public var description: String {
        String(String(10_000 + year).dropFirst()) + "-" + String(String(100 + month).dropFirst())
    }

    public static func < (left: Month, right: Month) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}
