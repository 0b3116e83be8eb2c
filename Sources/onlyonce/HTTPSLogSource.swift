import HTTPTransfers
import LogProofs
import TransparencyLogs

/// A log that a server publishes over HTTPS (C2SP tlog-tiles).
struct HTTPSLogSource: LogSource {
    let engine: TransferEngine
    /// Without a slash at its end.
    let prefix: String
    let identity: TLSIdentity

    func bytes(of resource: LogResource) async throws(LogSourceFailure) -> [UInt8]? {
        let request = TransferRequest(
            .get, url: prefix + "/" + resource.path, identity: identity, deadline: .seconds(60),
            maximumResponseSize: 17 << 20)
        let response: TransferResponse
        do throws(TransferFailure) {
            response = try await engine.perform(request)
        } catch {
            throw LogSourceFailure(error)
        }
        switch response.status {
        case 200: return response.body
        case 404, 410: return nil
        case let status: throw .refused(status: status)
        }
    }
}

extension LogSourceFailure {
    fileprivate init(_ failure: TransferFailure) {
        switch failure {
        case .tooLarge: self = .tooLarge
        case .tlsFailed, .cutOff, .unintelligible, .invalidRequest: self = .unusableAnswer
        case .unreachable, .timedOut, .cancelled, .shutDown, .other: self = .unreachable
        }
    }
}
