import Facts
import Synchronization

/// The `Date` of answers (RFC 9110 §5.6.7), made once a second.
final class HTTPDate: Sendable {
    private struct Made {
        var second: Int64 = -1
        var text = ""
    }

    private let now: @Sendable () -> Timestamp
    private let made = Mutex(Made())

    init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

    /// The present second.
    var text: String {
        let second = now().milliseconds / 1000
        return made.withLock { made in
            if made.second != second { made = Made(second: second, text: Self.text(second)) }
            return made.text
        }
    }

    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func text(_ second: Int64) -> String {
        let time = Timestamp(milliseconds: second * 1000)
        let date = time.utcDate
        let clock = time.text.dropFirst(11).prefix(8)
        let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
        // 1 January 1970 was a Thursday.
        let weekday = days[((date.daysSinceEpoch % 7) + 7) % 7]
        return "\(weekday), \(day) \(months[date.month - 1]) \(date.year) \(clock) GMT"
    }
}
