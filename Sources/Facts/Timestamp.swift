/// An instant: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Timestamp: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The UTC day of the instant.
    public var utcDate: CalendarDate {
        let days =
            milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
        return CalendarDate(daysSinceEpoch: Int(days))
    }

    /// RFC 3339 in UTC with milliseconds, `2026-11-21T09:14:02.125Z`.
    public var text: String {
        let ofDay = ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000
        let hours = Digits.padded(Int(ofDay / 3_600_000), to: 2)
        let minutes = Digits.padded(Int(ofDay / 60_000 % 60), to: 2)
        let seconds = Digits.padded(Int(ofDay / 1000 % 60), to: 2)
        let rest = Digits.padded(Int(ofDay % 1000), to: 3)
        return "\(utcDate.text)T\(hours):\(minutes):\(seconds).\(rest)Z"
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
