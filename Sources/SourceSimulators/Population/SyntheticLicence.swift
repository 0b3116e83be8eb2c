public import Facts

/// The driving licence of an invented person, in the forms that the National Register publishes.
public enum SyntheticLicence: Hashable, Sendable {
    case none
    /// Information type 194, which alone carries categories; expired when `expires` has passed.
    case withCategories([LicenceCategory], issued: CalendarDate, expires: CalendarDate?)
    /// Information type 191: no categories.
    case withoutCategories(issued: CalendarDate)
    /// Information type 191 with a date of forfeiture and a reason, which nobody may read.
    case forfeited(issued: CalendarDate, since: CalendarDate)
}
