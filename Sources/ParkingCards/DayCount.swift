/// A number of days, written `P30D` (ISO 8601 duration).
public struct DayCount: Hashable, Sendable {
    public let days: Int

    /// Reads `P`, a number from 0 to 3660 without leading zero, and `D`; otherwise `nil`.
    public init?(parsing text: String) {
        guard let number = ISODuration.number(in: text, unit: "D"), number <= 3660 else {
            return nil
        }
        days = number
    }
}
