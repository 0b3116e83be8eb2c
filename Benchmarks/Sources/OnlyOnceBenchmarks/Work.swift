import Glibc

/// How long something took, and how much of the processors' time.
struct Work {
    let seconds: Double
    let processorSeconds: Double

    static func of(_ work: () async throws -> Void) async throws -> Work {
        let before = processorSeconds()
        let time = try await ContinuousClock().measure(work)
        return Work(
            seconds: time / .seconds(1), processorSeconds: processorSeconds() - before)
    }

    private static func processorSeconds() -> Double { Double(clock()) / 1_000_000 }
}
