import Gateway
import HTTPTransfers

/// Carries requests over mutual TLS, on the connections of an engine.
struct EngineTransport: SourceTransport {
    let engine: TransferEngine
    let identity: TLSIdentity
    /// The largest answer accepted, in bytes.
    let limit: Int

    func exchange(
        _ request: SourceRequest, within deadline: Duration
    ) async throws(SourceFailure) -> SourceResponse {
        let call = TransferRequest(
            request.method.ofTransfer, url: request.url,
            headers: request.headers.map { HeaderField($0.name, $0.value) }, body: request.body,
            identity: identity, deadline: deadline, maximumResponseSize: limit)
        do throws(TransferFailure) {
            let response = try await engine.perform(call)
            return SourceResponse(status: response.status, body: response.body)
        } catch {
            throw SourceFailure(error)
        }
    }
}

extension SourceRequest.Method {
    fileprivate var ofTransfer: TransferRequest.Method {
        switch self {
        case .get: .get
        case .post: .post
        }
    }
}
