/// Counts, period by period, what a retirement would empty.
struct PeriodCount {
    private(set) var entries: [KeyPeriod: Int64] = [:]
    private(set) var last: [KeyPeriod: LogPosition] = [:]

    mutating func add(_ position: LogPosition, of period: KeyPeriod) {
        entries[period, default: 0] += 1
        last[period] = max(last[period] ?? position, position)
    }
}
