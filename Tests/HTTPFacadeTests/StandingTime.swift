import ConsultLogFakes
import Facts
import Gateway

/// A clock that stands still.
struct StandingTime: TimeSource {
    func now() -> Timestamp { LogBench.time }
    func today() -> CalendarDate { LogBench.time.utcDate }
}
