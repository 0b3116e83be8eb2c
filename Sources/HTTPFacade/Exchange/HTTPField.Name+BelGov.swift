import HTTPTypes

extension HTTPField.Name {
    /// Names a request or an answer (belgif REST guide, `trc-header`).
    static let belGovTraceID = named("BelGov-Trace-Id")
    /// The name of the request, on its answer.
    static let belGovRelatedTraceID = named("BelGov-Related-Trace-Id")
    /// Names a request, and comes back with the answer (AuthZEN 1.0 §10.1.2).
    static let requestID = named("X-Request-ID")
    /// W3C Trace Context.
    static let traceParent = named("traceparent")

    /// Names an order (draft-ietf-httpapi-idempotency-key-header).
    static let idempotencyKey = named("Idempotency-Key")

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else {
            preconditionFailure("a header of ours has a well-formed name")
        }
        return name
    }
}
