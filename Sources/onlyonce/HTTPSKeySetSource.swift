import HTTPTransfers
import Officials

/// Fetches the keys of the identity provider over HTTPS.
struct HTTPSKeySetSource: KeySetSource {
    let engine: TransferEngine
    let url: SourceURL
    /// Whose certificates the identity provider may have.
    let identity: TLSIdentity
    /// How long one question may take.
    let deadline: Duration

    func document() async throws(KeySetFailure) -> [UInt8] {
        let request = TransferRequest(
            .get, url: url.text, headers: [HeaderField("Accept", "application/json")],
            identity: identity, deadline: deadline, maximumResponseSize: KeySet.mostBytes)
        let response: TransferResponse
        do throws(TransferFailure) {
            response = try await engine.perform(request)
        } catch {
            throw KeySetFailure(error)
        }
        guard response.status == 200 else { throw .refused }
        return response.body
    }
}

extension KeySetFailure {
    init(_ failure: TransferFailure) {
        switch failure {
        case .invalidRequest, .unreachable, .shutDown, .other, .cutOff: self = .unreachable
        case .timedOut, .cancelled: self = .timedOut
        case .tlsFailed: self = .notTrusted
        case .tooLarge: self = .tooLarge
        case .unintelligible: self = .unintelligible
        }
    }
}
