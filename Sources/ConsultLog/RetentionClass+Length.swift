public import AccessRights
import Facts

extension RetentionClass {
    /// How many months an entry is kept, from the end of the month in which its consult began; `nil`
    /// for a class of which that is not known.
    public var months: Int? { self == .standard ? 120 : nil }

    /// Whether everything of that month may be destroyed: its time was over before `now`.
    func isOver(for month: Month, at now: Timestamp) -> Bool {
        guard let months else { return false }
        return month.adding(months + 1) <= Month(of: now)
    }
}
