/// What is left of a rate: it fills evenly, holds one second's worth, and each request takes one.
struct TokenBucket: Hashable, Sendable {
    private var tokens: Double
    private var filled: ContinuousClock.Instant

    init(rate: Int, at now: ContinuousClock.Instant) {
        tokens = Double(rate)
        filled = now
    }

    /// Takes one token.
    ///
    /// - Parameter rate: how many come in a second, 1 at least.
    /// - Returns: `nil`, or how long it takes until there is one.
    mutating func take(rate: Int, at now: ContinuousClock.Instant) -> Duration? {
        let rate = Double(rate)
        if now > filled {
            tokens = min(rate, tokens + filled.duration(to: now) / .seconds(1) * rate)
            filled = now
        }
        guard tokens >= 1 else { return .seconds((1 - tokens) / rate) }
        tokens -= 1
        return nil
    }
}
