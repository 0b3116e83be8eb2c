/// Why there is no number.
enum BenchmarkFailure: Error {
    case usage
    /// What was measured did not do what it must.
    case wrongResult
}
