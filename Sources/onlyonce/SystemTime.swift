import Facts
import Foundation
import Gateway

/// The clock of the machine, and the calendar of Belgium.
struct SystemTime: TimeSource {
    private let zone: TimeZone

    /// - Throws: ``UsageError`` when the machine has no time zone data.
    init() throws(UsageError) {
        guard let zone = TimeZone(identifier: "Europe/Brussels") else {
            throw UsageError(
                "this machine does not know the time zone Europe/Brussels: install tzdata")
        }
        self.zone = zone
    }

    func now() -> Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    func today() -> CalendarDate {
        let now = now()
        let offset = zone.secondsFromGMT(
            for: Date(timeIntervalSince1970: Double(now.milliseconds) / 1000))
        return Timestamp(milliseconds: now.milliseconds + Int64(offset) * 1000).utcDate
    }
}
