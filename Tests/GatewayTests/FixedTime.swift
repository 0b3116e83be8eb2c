import ConsultLogFakes
import Facts
import Gateway

/// A day that does not pass.
struct FixedTime: TimeSource {
    let day: CalendarDate

    func now() -> Timestamp { LogBench.time }

    func today() -> CalendarDate { day }
}
