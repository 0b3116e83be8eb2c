/// A day of the Gregorian calendar, without time or zone.
public struct CalendarDate: Hashable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31, as the month allows.
    public let day: Int

    /// The day, or `nil` when the calendar has no such day. Years run from 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `yyyy-mm-dd` (ISO 8601, RFC 3339 full-date).
    public init(parsing text: some StringProtocol) throws(InvalidIdentifier) {
        let (year, month, day) = try Digits.dateParts(of: text)
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            throw InvalidIdentifier(.date, .date)
        }
        self = date
    }

    /// The day that lies `days` after 1 January 1970.
    public init(daysSinceEpoch days: Int) {
        // The proleptic Gregorian calendar in eras of 400 years, counted from 1 March of year 0,
        // so that the leap day is the last day of a year.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1 January 1970.
    public var daysSinceEpoch: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day that lies `count` days later.
    public func adding(days count: Int) -> CalendarDate {
        CalendarDate(daysSinceEpoch: daysSinceEpoch + count)
    }

    /// The same day `count` months later, or the last day of that month when it is shorter.
    public func adding(months count: Int) -> CalendarDate {
        let total = year * 12 + (month - 1) + count
        let newYear = total / 12
        let newMonth = total % 12 + 1
        let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
        return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? self
    }

    /// Whole years from `birth` to this day; the birthday itself counts.
    public func completedYears(since birth: CalendarDate) -> Int {
        let years = year - birth.year
        return (month, day) < (birth.month, birth.day) ? years - 1 : years
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }
}

extension CalendarDate: Comparable {
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate {
    /// The day as `yyyy-mm-dd`.
    public var text: String {
        var text: [UInt8] = []
        text.reserveCapacity(10)
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends ``text``.
    public func append(to text: inout [UInt8]) {
        Digits.append(year, width: 4, to: &text)
        text.append(UInt8(ascii: "-"))
        Digits.append(month, width: 2, to: &text)
        text.append(UInt8(ascii: "-"))
        Digits.append(day, width: 2, to: &text)
    }
}
