public import LogSearch

/// Searches the consult log for an auditor, once that is durable in the log.
public typealias ConsultSearch =
    @Sendable (SearchRequest, Auditor) async throws(SearchFailure) -> SearchPage
