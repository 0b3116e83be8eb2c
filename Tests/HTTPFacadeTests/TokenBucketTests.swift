import TestSupport
import Testing

@testable import HTTPFacade

struct TokenBucketTests {
    private let start = ContinuousClock.now

    @Test("a second's worth comes at once, and then as many as the rate", arguments: [1, 3, 1000])
    func rate(_ rate: Int) {
        var bucket = TokenBucket(rate: rate, at: start)
        for _ in 0..<rate { #expect(bucket.take(rate: rate, at: start) == nil) }
        let wait = bucket.take(rate: rate, at: start)
        #expect(wait == .seconds(1.0 / Double(rate)))
        #expect(bucket.take(rate: rate, at: start + .seconds(1.001 / Double(rate))) == nil)
        #expect(bucket.take(rate: rate, at: start + .seconds(1.001 / Double(rate))) != nil)
        // It holds no more, however long nobody asks.
        let later = start + .seconds(3600)
        for _ in 0..<rate { #expect(bucket.take(rate: rate, at: later) == nil) }
        #expect(bucket.take(rate: rate, at: later) != nil)
    }

    @Test("a clock that stands still or goes back gives nothing away")
    func back() {
        var bucket = TokenBucket(rate: 1, at: start)
        #expect(bucket.take(rate: 1, at: start) == nil)
        for seconds in [0, -1, -3600] {
            #expect(bucket.take(rate: 1, at: start + .seconds(seconds)) != nil)
        }
    }

    @Test("over any stretch no more are taken than the rate allows")
    func bound() {
        var generator = SeededGenerator(seed: 20_261_121)
        for _ in 0..<200 {
            let rate = Int.random(in: 1...50, using: &generator)
            var bucket = TokenBucket(rate: rate, at: start)
            var (now, taken) = (start, 0)
            for _ in 0..<300 {
                now += .milliseconds(Int.random(in: 0...100, using: &generator))
                if bucket.take(rate: rate, at: now) == nil { taken += 1 }
            }
            let seconds = start.duration(to: now) / .seconds(1)
            #expect(Double(taken) <= Double(rate) * (seconds + 1) + 0.001)
        }
    }
}
