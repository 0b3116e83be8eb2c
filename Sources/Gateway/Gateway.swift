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
    let rights: @Sendable () async -> AccessRights?
    let log: ConsultLog
    let sources: Sources
    let time: any TimeSource
    let pseudonyms: PseudonymKey
    /// Under which name and purpose the gateway makes checks of its own.
    let ownContext: ConsultContext
    /// Which dossiers are open; `nil` when none ever are.
    let repertory: Repertory?
    let quotas: (any QuotaStorage)?
    let observer: (any GatewayObserver)?

    /// - Parameters:
    ///   - rights: the authorisations as they stand now, read anew for every consult; `nil` when
    ///     they cannot be known now, and then nothing is decided.
    ///   - ownContext: the organisation, application and purpose of the gateway's own
    ///     authorisation, under which it checks populations.
    ///   - repertory: which dossiers are open; without one none ever are.
    ///   - quotas: counts the use of quotas; without it nothing is given under one.
    ///   - observer: is told why there was no answer.
    public init(
        rights: @escaping @Sendable () async -> AccessRights?, log: ConsultLog, sources: Sources,
        time: any TimeSource, pseudonyms: PseudonymKey, ownContext: ConsultContext,
        repertory: Repertory? = nil, quotas: (any QuotaStorage)? = nil,
        observer: (any GatewayObserver)? = nil
    ) {
        self.rights = rights
        self.log = log
        self.sources = sources
        self.time = time
        self.pseudonyms = pseudonyms
        self.ownContext = ownContext
        self.repertory = repertory
        self.quotas = quotas
        self.observer = observer
    }

    /// The present instant by the gateway's clock.
    public func now() -> Timestamp { time.now() }

    /// The present day in Belgium.
    public func today() -> CalendarDate { time.today() }
}
