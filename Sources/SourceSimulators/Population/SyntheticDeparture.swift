public import Facts

/// Why an invented person is in the registers no longer.
public enum SyntheticDeparture: Hashable, Sendable {
    case deceased(CalendarDate)
    /// Struck off by the municipality (ambtshalve geschrapt, radié d'office).
    case struckOff(CalendarDate)
    case leftTheCountry(CalendarDate)

    /// When it happened.
    public var date: CalendarDate {
        switch self {
        case .deceased(let date), .struckOff(let date), .leftTheCountry(let date): date
        }
    }
}
