public import ConsultLog
public import Facts
public import LogProofs
public import Logging
import NIOSSL
public import ServiceLifecycle

/// The HTTP face of a witness: one listener with `POST /add-checkpoint` (C2SP tlog-witness).
public struct WitnessFacade: Sendable {
    /// The largest body of a request, in bytes: a proof has at most 3 KiB, the rest is for the
    /// signatures of a checkpoint.
    static let largestBody = 64 * 1024

    /// The listener, for a service group.
    public let service: any Service
    private let bound: BoundAddresses

    /// Reads the certificate and makes the listener; nothing listens before the service runs.
    ///
    /// - Parameters:
    ///   - identity: its certificate and key; `nil` for a listener without TLS, which belongs on the
    ///     loopback interface, behind something that speaks TLS.
    ///   - now: the clock of the `Date` header.
    /// - Throws: ``FacadeFailure`` when a certificate or key cannot be used.
    public init(
        _ witness: Witness, at address: ListenerAddress, identity: ServerIdentity?,
        now: @escaping @Sendable () -> Timestamp, random: any RandomSource = SystemRandom(),
        logger: Logger
    ) throws(FacadeFailure) {
        let bound = BoundAddresses([.witness])
        var limits = RequestLimits()
        limits.largestBody = Self.largestBody
        let parts = FacadeParts(
            limits: limits, idleTimeout: .seconds(60),
            metrics: PrometheusMetrics(), random: random, date: HTTPDate(now: now),
            logger: logger, bound: bound)
        let tls = try identity.map { (identity) throws(FacadeFailure) in
            try FacadeParts.tls(of: .witness) { try .web(identity) }
        }
        service = try parts.listener(
            .witness, at: address, routes: WitnessRoutes(witness: witness, logger: logger).all,
            tls: tls)
        self.bound = bound
    }

    /// Waits until the listener listens, and tells where; `nil` when it could not, or has ended.
    ///
    /// - Throws: when the task is cancelled before that.
    public func address() async throws(CancellationError) -> ListenerAddress? {
        try await bound.all()?[.witness]
    }
}
