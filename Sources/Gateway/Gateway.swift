public import AccessRights
public import ConsultLog
public import Facts

/// The gateway: checks the right, records the consult, asks the authentic source, gives back no
/// more than was granted, and records how it ended.
///
/// Every question takes the same way, which ``consult(_:about:in:_:)`` and
/// ``PermittedConsult/lookUp(_:ask:keep:)`` read from top to bottom: *decide, record the intent,
/// look up, minimise, record the outcome, answer*.
public struct Gateway: Sendable {
    let rights: @Sendable () -> AccessRights
    let log: ConsultLog
    let sources: Sources
    let time: any TimeSource
    let pseudonyms: PseudonymKey
    /// Under which name and purpose the gateway makes checks of its own.
    let ownContext: ConsultContext
    let observer: (any GatewayObserver)?

    /// - Parameters:
    ///   - rights: the authorisations as they stand now; read anew for every consult.
    ///   - ownContext: the organisation, application and purpose of the gateway's own
    ///     authorisation, under which it checks populations.
    ///   - observer: is told why there was no answer.
    public init(
        rights: @escaping @Sendable () -> AccessRights, log: ConsultLog, sources: Sources,
        time: any TimeSource, pseudonyms: PseudonymKey, ownContext: ConsultContext,
        observer: (any GatewayObserver)? = nil
    ) {
        self.rights = rights
        self.log = log
        self.sources = sources
        self.time = time
        self.pseudonyms = pseudonyms
        self.ownContext = ownContext
        self.observer = observer
    }

    /// The present instant by the gateway's clock.
    public func now() -> Timestamp { time.now() }
}
