import ConsultLog
import Foundation
import HTTPFacade
import HTTPTransfers
import LogProofs
import Logging
import SQLiteStorage
import TransparencyLogs

/// The witnesses of the gateway's own log, as the policy names them.
struct LoadedWitnesses: Sendable {
    /// How often it is looked whether there is something to be cosigned.
    static let pause = Duration.seconds(1)
    /// How long a witness may take.
    private static let deadline = Duration.seconds(10)

    let policy: TrustPolicy
    private let settings: Configuration.Witnesses

    /// - Throws: ``UsageError`` that names the file and the line, or the witness that cannot be
    ///   asked.
    init(_ settings: Configuration.Witnesses) throws(UsageError) {
        guard let bytes = FileManager.default.contents(atPath: settings.policy) else {
            throw UsageError("\(settings.policy) cannot be read")
        }
        do throws(PolicySyntaxFailure) {
            policy = try TrustPolicy(parsing: Array(bytes))
        } catch {
            switch error {
            case .line(let number, let reason):
                throw UsageError("\(settings.policy) is no policy: line \(number), \(reason)")
            case .noQuorum:
                throw UsageError("\(settings.policy) is no policy: no line says the quorum")
            }
        }
        for witness in policy.witnesses where witness.url?.hasPrefix("https://") != true {
            throw UsageError(
                "\(settings.policy): the witness \(witness.name) needs an https address")
        }
        self.settings = settings
    }

    /// Makes the collector, which is to be run beside the log.
    ///
    /// - Throws: ``UsageError`` when the last cosigned checkpoint is damaged.
    func collector(
        logKeys: [VerifierKey], checkpoints: any LatestCheckpoint, tree: any TreeGrowth,
        store: any CosignedCheckpointStore, arbiter: (any LogArbiter)?, engine: TransferEngine,
        metrics: PrometheusMetrics,
        logger: Logger
    ) async throws(UsageError) -> CosignatureCollector {
        let transport = HTTPSWitnessTransport(
            engine: engine,
            identity: TLSIdentity(certificate: nil, authoritiesPath: settings.authority),
            deadline: Self.deadline)
        let monitor = WitnessMonitor(
            witnesses: policy.witnesses.map(\.name), logger: logger, metrics: metrics)
        do throws(StorageFailure) {
            return try await CosignatureCollector(
                policy: policy, logKeys: logKeys, checkpoints: checkpoints, tree: tree,
                transport: transport, store: store, observer: monitor,
                arbiter: arbiter, oldest: settings.mostQuorumAgeSeconds, now: { SystemTime.now() })
        } catch {
            throw UsageError(
                "the last checkpoint that witnesses cosigned is damaged or another log's")
        }
    }
}
