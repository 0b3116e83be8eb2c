/// A date of which the register may know the year alone, or the year and the month.
///
/// The National Register and the Crossroads Bank write the unknown parts as zeros
/// (`IncompleteDateType`: `yyyy-mm-dd`, `yyyy-mm-00`, `yyyy-00-00`).
public enum IncompleteDate: Hashable, Sendable {
    case year(Int)
    case yearMonth(Int, month: Int)
    case full(CalendarDate)

    /// Builds the date from its parts; a zero or absent part is unknown.
    ///
    /// - Returns: `nil` when the year is unknown or the parts form no date.
    public init?(year: Int, month: Int?, day: Int?) {
        guard (1...9999).contains(year) else { return nil }
        guard let month, month != 0 else {
            guard (day ?? 0) == 0 else { return nil }
            self = .year(year)
            return
        }
        guard (1...12).contains(month) else { return nil }
        guard let day, day != 0 else {
            self = .yearMonth(year, month: month)
            return
        }
        guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
        self = .full(date)
    }

    /// Reads `yyyy-mm-dd`, with `00` for what is unknown.
    public init(parsing text: some StringProtocol) throws(InvalidIdentifier) {
        let (year, month, day) = try Digits.dateParts(of: text)
        guard let date = IncompleteDate(year: year, month: month, day: day) else {
            throw InvalidIdentifier(.date, .date)
        }
        self = date
    }

    /// The earliest day that the date can be.
    public var earliest: CalendarDate? {
        switch self {
        case .year(let year): CalendarDate(year: year, month: 1, day: 1)
        case .yearMonth(let year, let month): CalendarDate(year: year, month: month, day: 1)
        case .full(let date): date
        }
    }

    /// The latest day that the date can be.
    public var latest: CalendarDate? {
        switch self {
        case .year(let year):
            CalendarDate(year: year, month: 12, day: 31)
        case .yearMonth(let year, let month):
            CalendarDate(
                year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
        case .full(let date): date
        }
    }

    /// Whether the date lies on or before `day`; `nil` when its unknown parts leave it open.
    public func isOnOrBefore(_ day: CalendarDate) -> Bool? {
        guard let earliest, let latest else { return nil }
        if latest <= day { return true }
        if earliest > day { return false }
        return nil
    }

    /// The date as `yyyy-mm-dd`, with `00` for what is unknown.
    public var text: String {
        switch self {
        case .year(let year): "\(Digits.padded(year, to: 4))-00-00"
        case .yearMonth(let year, let month):
            "\(Digits.padded(year, to: 4))-\(Digits.padded(month, to: 2))-00"
        case .full(let date): date.text
        }
    }
}
