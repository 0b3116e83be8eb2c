import HTTPTransfers
import LogProofs

/// Speaks to witnesses over HTTPS.
struct HTTPSWitnessTransport: WitnessTransport {
    let engine: TransferEngine
    /// Whose certificates witnesses may have.
    let identity: TLSIdentity
    /// How long one question may take.
    let deadline: Duration

    func post(
        _ body: [UInt8], to url: String
    ) async throws(WitnessTransportFailure) -> WitnessReply {
        let request = TransferRequest(
            .post, url: url, headers: [HeaderField("Content-Type", "text/plain; charset=utf-8")],
            body: body, identity: identity, deadline: deadline, maximumResponseSize: 64 << 10)
        do throws(TransferFailure) {
            let response = try await engine.perform(request)
            return WitnessReply(
                status: response.status, contentType: response.header("Content-Type"),
                body: response.body)
        } catch {
            throw WitnessTransportFailure(error)
        }
    }
}

extension WitnessTransportFailure {
    fileprivate init(_ failure: TransferFailure) {
        switch failure {
        case .invalidRequest: self = .unusableAddress
        case .unreachable, .shutDown, .other: self = .unreachable
        case .timedOut, .cancelled: self = .timedOut
        case .tlsFailed: self = .notTrusted
        case .tooLarge, .cutOff, .unintelligible: self = .brokenOff
        }
    }
}
