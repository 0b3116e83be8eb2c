/// Times single calls. Each time includes one reading of the clock, some 25 ns.
struct Stopwatch {
    private var nanoseconds: [Int64] = []
    private let clock = ContinuousClock()

    init(expecting count: Int) { nanoseconds.reserveCapacity(count) }

    mutating func time<Value>(_ work: () throws -> Value) rethrows -> Value {
        let start = clock.now
        let value = try work()
        let elapsed = start.duration(to: clock.now).components
        nanoseconds.append(elapsed.seconds * 1_000_000_000 + elapsed.attoseconds / 1_000_000_000)
        return value
    }

    /// The median, the 99th percentile and the mean, in nanoseconds.
    func figures() -> Figures {
        let sorted = nanoseconds.sorted()
        var figures = Figures()
        guard !sorted.isEmpty else { return figures }
        figures["p50"] = Double(sorted[sorted.count / 2])
        figures["p99"] = Double(sorted[sorted.count * 99 / 100])
        figures["mean"] = Double(sorted.reduce(0, +)) / Double(sorted.count)
        return figures
    }
}
