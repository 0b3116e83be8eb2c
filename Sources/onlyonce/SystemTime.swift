import Facts
import Foundation
import Gateway
import Synchronization

/// The clock of the machine, and the calendar of Belgium.
final class SystemTime: TimeSource {
    private let zone: TimeZone
    /// How far Belgium is ahead of UTC, for the quarter of an hour in which it was looked up: no
    /// zone changes its offset within one, and looking it up costs more than a consult's decision.
    private let known = Mutex<(quarter: Int64, offset: Int64)>((.min, 0))

    /// - Throws: ``UsageError`` when the machine has no time zone data.
    init() throws(UsageError) {
        guard let zone = TimeZone(identifier: "Europe/Brussels") else {
            throw UsageError(
                "this machine does not know the time zone Europe/Brussels: install tzdata")
        }
        self.zone = zone
    }

    /// The present instant, whatever the calendar.
    static func now() -> Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    func now() -> Timestamp { Self.now() }

    func day(of instant: Timestamp) -> CalendarDate {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        let offset = Int64(zone.secondsFromGMT(for: date))
        return Timestamp(milliseconds: instant.milliseconds + offset * 1000).utcDate
    }

    func today() -> CalendarDate {
        let now = now()
        let offset = known.withLock { known in
            let quarter = now.milliseconds / 900_000
            if known.quarter != quarter {
                let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
                known = (quarter, Int64(zone.secondsFromGMT(for: date)))
            }
            return known.offset
        }
        return Timestamp(milliseconds: now.milliseconds + offset * 1000).utcDate
    }
}
