import Gateway
import Testing

@testable import AuthenticSources

/// A source that answers from a closure instead of over a network.
struct CannedTransport: SourceTransport {
    /// What the test says to the time that is given: it expects the capability's, unless it knows
    /// better.
    var given: @Sendable (Duration) -> Void = { #expect($0 == KSZHarness.deadline) }
    let answer: @Sendable (SourceRequest) throws(SourceFailure) -> SourceResponse

    func exchange(
        _ request: SourceRequest, within deadline: Duration
    ) async throws(SourceFailure) -> SourceResponse {
        given(deadline)
        return try answer(request)
    }
}
