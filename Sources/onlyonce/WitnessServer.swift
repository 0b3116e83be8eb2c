import Foundation
import HTTPFacade
import LogProofs
import Logging
import SQLiteStorage
import ServiceLifecycle
import TransparencyLogs
import UnixSignals

/// A witness that listens, on the data directory that it owns.
struct WitnessServer {
    /// What checks its cosignatures.
    let verifier: VerifierKey
    private let directory: DataDirectory
    private let facade: WitnessFacade
    private let logger: Logger

    /// Locks the data directory and prepares the listener.
    ///
    /// - Throws: ``UsageError`` that says what to mend; nothing stays locked then.
    init(_ configuration: WitnessConfiguration, logger: Logger) async throws(UsageError) {
        if let identity = configuration.identity {
            var check = CredentialCheck()
            check.identity(
                "witness", certificate: identity.certificate, privateKey: identity.privateKey)
            guard check.issues.isEmpty else {
                throw UsageError(check.issues.joined(separator: "\n"))
            }
        }
        let cosigner = try WitnessKey.read(configuration)
        let directory = try explained { () throws(DataDirectoryFailure) in
            try DataDirectory(locking: configuration.data)
        }
        let storage: FileWitnessStorage
        do throws(FolderFailure) {
            storage = try await FileWitnessStorage.open(at: directory.path(of: "records"))
        } catch {
            throw UsageError("the folder \(directory.path(of: "records")) \(error)")
        }
        let witness = Witness(
            rules: WitnessRules(cosigner: cosigner, logs: configuration.logs), storage: storage,
            now: { SystemTime.now() },
            onFailedSync: {
                // What the caches hold can no longer be trusted; the next start reads the disk.
                logger.critical("the disk did not keep a write; ending")
                abort()
            })
        facade = try explained { () throws(FacadeFailure) in
            try WitnessFacade(
                witness, at: ListenerAddress(host: configuration.host, port: configuration.port),
                identity: configuration.identity.map {
                    ServerIdentity(certificateFile: $0.certificate, privateKeyFile: $0.privateKey)
                }, now: { SystemTime.now() }, logger: logger)
        }
        self.directory = directory
        self.logger = logger
        verifier = cosigner.verifier
    }

    /// Serves until somebody ends it; requests that are under way are answered first.
    ///
    /// - Parameter onceListening: called when it listens.
    func run(_ onceListening: @escaping @Sendable (ListenerAddress) -> Void) async throws {
        let group = ServiceGroup(
            services: [facade.service], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                do throws(any Error) {
                    try await group.run()
                } catch let failure as FacadeFailure {
                    throw UsageError(failure.description)
                }
            }
            // When it cannot listen, the group says why.
            if let address = try await facade.address() { onceListening(address) }
            try await tasks.waitForAll()
        }
        withExtendedLifetime(directory) {}
    }
}
