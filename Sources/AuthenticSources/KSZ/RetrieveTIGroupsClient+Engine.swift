public import Facts
public import HTTPTransfers
public import XMLDocuments

extension RetrieveTIGroupsClient {
    /// A client that calls the service over mutual TLS.
    ///
    /// - Parameters:
    ///   - url: the address of the operation, `https://…/RetrieveTIGroupsService/v2/retrieveTI`.
    ///   - customer: the organisation on whose account the gateway asks (`cbeNumber`).
    ///   - language: the language of the labels in the answers.
    ///   - schema: see ``KSZSchema``.
    ///   - now: the time, for `timestampSent`.
    ///   - today: the day in Belgium, for what holds during a period.
    public init(
        engine: TransferEngine, identity: TLSIdentity, url: String, customer: EnterpriseNumber,
        language: KSZLanguage, schema: XMLSchema, now: @escaping @Sendable () -> Timestamp,
        today: @escaping @Sendable () -> CalendarDate
    ) {
        let limits = XMLLimits.standard
        self.init(
            transport: EngineTransport(engine: engine, identity: identity, limit: limits.bytes),
            url: url, customer: customer, language: language, schema: schema, limits: limits,
            now: now, today: today)
    }
}
