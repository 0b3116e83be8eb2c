import Gateway

@testable import AuthenticSources

/// A source that answers from a closure instead of over a network.
struct CannedTransport: SourceTransport {
    let answer: @Sendable (SourceRequest) throws(SourceFailure) -> SourceResponse

    func exchange(
        _ request: SourceRequest, within deadline: Duration
    ) async throws(SourceFailure) -> SourceResponse {
        try answer(request)
    }
}
