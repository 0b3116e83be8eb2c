import Gateway

/// What carries one request to a source and brings back its answer.
///
/// The adapters above it only translate; over it they cannot tell a source from a test.
protocol SourceTransport: Sendable {
    /// Returns what the source answered, whatever the HTTP status.
    ///
    /// - Throws: ``SourceFailure`` when there is no whole answer within the deadline, or when it
    ///   is larger than an answer may be.
    func exchange(
        _ request: SourceRequest, within deadline: Duration
    ) async throws(SourceFailure) -> SourceResponse
}
