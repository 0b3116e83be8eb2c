import AccessRights
import CoreMetrics
import NIOCore
import NIOSSL

/// Who stands behind the connections of the api listener.
struct Callers: Sendable {
    let registry = ConnectionRegistry()
    let seen = SeenCertificates()
    /// The registered applications as they stand now, so that one that is taken off the register is
    /// refused on its open connections too.
    let applications: @Sendable () -> ApplicationRegister
    private let admission: Admission
    private let refusals: [HandshakeRefusal: Counter]
    private let closed: Counter

    init(
        applications: @escaping @Sendable () -> ApplicationRegister, admission: Admission,
        metrics: any MetricsFactory
    ) {
        self.applications = applications
        self.admission = admission
        refusals = Dictionary(
            uniqueKeysWithValues: HandshakeRefusal.allCases.map { reason in
                (
                    reason,
                    Counter(
                        label: "onlyonce_connections_refused_total",
                        dimensions: [("reason", reason.rawValue)], factory: metrics)
                )
            })
        closed = Counter(
            label: "onlyonce_connections_closed_total", dimensions: [], factory: metrics)
    }

    /// The registered application whose certificate opened the connection, if that would be let in
    /// now: what changed since the last review counts for the next request already.
    func application(on channel: any Channel) -> RegisteredApplication? {
        guard let certificate = registry.certificate(on: channel) else { return nil }
        if let refusal = admission.refusal(of: certificate) {
            refusals[refusal]?.increment()
            if registry.close(channel) {
                closed.increment()
                channel.close(promise: nil)
            }
            return nil
        }
        return applications().application(presenting: certificate.identity)
    }

    /// Notes a connection whose handshake is complete; whether it is let in.
    ///
    /// - Parameter generation: of the registry when the connection began: the chain was verified
    ///   against what was trusted then.
    func letIn(
        _ channel: any Channel, presenting certificate: PresentedCertificate,
        since generation: Int
    ) -> Bool {
        let application = applications().application(presenting: certificate.identity)
        // First noted, then examined: what changes in between is seen by the one or by the review.
        guard
            registry.open(
                channel, presenting: certificate, isRegistered: application != nil,
                since: generation)
        else {
            refusals[.overtaken]?.increment()
            return false
        }
        if let refusal = admission.refusal(of: certificate) {
            registry.close(channel)
            refusals[refusal]?.increment()
            return false
        }
        seen.note(certificate)
        return true
    }

    /// Counts a handshake that failed.
    func count(_ cause: BoringSSLError, presenting certificate: PresentedCertificate?) {
        let text = String(describing: cause)
        let refusal: HandshakeRefusal =
            if text.contains("PEER_DID_NOT_RETURN_A_CERTIFICATE") {
                .noCertificate
            } else if text.contains("CERTIFICATE_VERIFY_FAILED") {
                admission.cause(of: certificate)
            } else {
                .other
            }
        refusals[refusal]?.increment()
    }

    /// Closes the connections that would not be let in now, and those whose application was taken
    /// off the register.
    func review() {
        let register = applications()
        for connection in registry.all {
            let certificate = connection.certificate
            let isRegistered = register.entry(of: certificate.identity) != nil
            if let refusal = admission.refusal(of: certificate) {
                refusals[refusal]?.increment()
                close(connection)
            } else if connection.isRegistered && !isRegistered {
                close(connection)
            } else if isRegistered && !connection.isRegistered {
                registry.noteRegistered(connection.channel)
            }
        }
        seen.keep { register.entry(of: $0) != nil }
    }

    /// Closes every connection: the authority that vouched for them may be another one now. Those
    /// whose handshake is under way are turned away at its end.
    func closeAll() {
        for connection in registry.endAll() { close(connection) }
    }

    private func close(_ connection: ConnectionRegistry.Connection) {
        guard registry.close(connection.channel) else { return }
        closed.increment()
        connection.channel.close(promise: nil)
    }
}
