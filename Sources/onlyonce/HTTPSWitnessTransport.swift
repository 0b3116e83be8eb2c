import HTTPTransfers
import LogProofs

/// Speaks to witnesses over HTTPS.
struct HTTPSWitnessTransport: WitnessTransport {
    /// The largest answer that is read, in bytes.
    private static let largestAnswer = 64 << 10

    let engine: TransferEngine
    /// Whose certificates witnesses may have.
    let identity: TLSIdentity
    /// How long one question may take.
    let deadline: Duration

    func post(
        _ body: [UInt8], to url: String
    ) async throws(WitnessTransportFailure) -> WitnessReply {
        try await perform(
            TransferRequest(
                .post, url: url,
                headers: [HeaderField("Content-Type", "text/plain; charset=utf-8")], body: body,
                identity: identity, deadline: deadline, maximumResponseSize: Self.largestAnswer))
    }

    func get(_ url: String) async throws(WitnessTransportFailure) -> WitnessReply {
        try await perform(
            TransferRequest(
                .get, url: url, identity: identity, deadline: deadline,
                maximumResponseSize: Self.largestAnswer))
    }

    private func perform(
        _ request: TransferRequest
    ) async throws(WitnessTransportFailure) -> WitnessReply {
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
