import ConsultLog
public import Facts
public import TransparencyLogs

/// A witness: it cosigns the checkpoints of logs as long as each log only grows
/// (C2SP tlog-witness).
///
/// It holds no state of its own, so that what it answers always rests on what is durable.
public struct Witness: Sendable {
    /// How often a request is decided anew because another one was faster.
    private static let mostAttempts = 16

    public let rules: WitnessRules
    private let storage: any WitnessStorage
    private let now: @Sendable () -> Timestamp
    private let onFailedSync: @Sendable () -> Void

    /// - Parameters:
    ///   - now: the clock that gives the time of cosignatures.
    ///   - onFailedSync: called when the disk may have dropped a write: the process must end.
    public init(
        rules: WitnessRules, storage: any WitnessStorage,
        now: @escaping @Sendable () -> Timestamp, onFailedSync: @escaping @Sendable () -> Void
    ) {
        self.rules = rules
        self.storage = storage
        self.now = now
        self.onFailedSync = onFailedSync
    }

    /// Answers one request. What is cosigned is durable when this returns.
    ///
    /// - Throws: ``WitnessFailure``; then nothing was cosigned, and the record may or may not be the
    ///   new one: the log asks again, and learns its size.
    public func addCheckpoint(_ body: [UInt8]) async throws(WitnessFailure) -> WitnessAnswer {
        let request: AddCheckpointRequest
        switch rules.admit(body) {
        case .refused(let refusal): return .refused(refusal)
        case .admitted(let admitted): request = admitted
        }
        for _ in 0..<Self.mostAttempts {
            let latest = try await record(of: request.checkpoint.unverified.origin)
            switch try decide(request, latest) {
            case .refuse(let refusal): return .refused(refusal)
            case .cosign(let cosignature, let record):
                if try await replace(latest, with: record) { return .cosigned(cosignature) }
            }
        }
        throw .contended
    }

    /// The last checkpoint that was cosigned of a log, with the log's signatures and the
    /// cosignature (C2SP tlog-witness, monitor retrieval); `nil` when there is none.
    ///
    /// - Parameter name: ``TransparencyLogs/LogOrigin/encoded``.
    /// - Throws: ``WitnessFailure`` when the record cannot be read.
    public func lastCosigned(
        ofLog name: String
    ) async throws(WitnessFailure) -> SignedCheckpoint? {
        guard let origin = rules.origin(encoded: name), let record = try await record(of: origin)
        else { return nil }
        do throws(SigningFailure) {
            return try rules.cosigned(record)
        } catch {
            throw .signing
        }
    }

    private func decide(
        _ request: AddCheckpointRequest, _ latest: WitnessRecord?
    ) throws(WitnessFailure) -> WitnessDecision {
        do throws(SigningFailure) {
            let seconds = UInt64(max(0, now().milliseconds / 1000))
            return try rules.decide(request, latest: latest, at: seconds)
        } catch {
            throw .signing
        }
    }

    private func record(
        of origin: LogOrigin
    ) async throws(WitnessFailure) -> WitnessRecord? {
        do throws(StorageFailure) {
            return try await storage.record(of: origin)
        } catch {
            throw failure(error)
        }
    }

    private func replace(
        _ latest: WitnessRecord?, with record: WitnessRecord
    ) async throws(WitnessFailure) -> Bool {
        do throws(StorageFailure) {
            return try await storage.replace(latest, with: record)
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ failure: StorageFailure) -> WitnessFailure {
        if failure == .syncFailed { onFailedSync() }
        return .storage(failure)
    }
}
