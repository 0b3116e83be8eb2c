import Gateway
import Testing

@testable import AuthenticSources

/// A source that answers from a closure instead of over a network. It expects the deadline of the
/// capability.
struct CannedTransport: SourceTransport {
    let answer: @Sendable (SourceRequest) throws(SourceFailure) -> SourceResponse

    func exchange(
        _ request: SourceRequest, within deadline: Duration
    ) async throws(SourceFailure) -> SourceResponse {
        #expect(deadline == KSZHarness.deadline)
        return try answer(request)
    }
}
