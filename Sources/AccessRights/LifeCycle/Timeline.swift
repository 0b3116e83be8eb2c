import Facts

/// What holds on which day, by what was said in turn: each saying prevails from its day on, over
/// whatever was said before about that day and later ones.
struct Timeline<Value: Hashable & Sendable>: Hashable, Sendable {
    private struct Turn: Hashable, Sendable {
        let from: CalendarDate
        let value: Value
    }
    /// In the order of the days, no day twice.
    private var turns: [Turn] = []

    var isEmpty: Bool { turns.isEmpty }

    /// What holds in the end.
    var last: Value? { turns.last?.value }

    var days: Set<CalendarDate> { Set(turns.map(\.from)) }

    mutating func set(_ value: Value, from day: CalendarDate) {
        turns.removeAll { $0.from >= day }
        turns.append(Turn(from: day, value: value))
    }

    func value(on day: CalendarDate) -> Value? { turns.last { $0.from <= day }?.value }
}
