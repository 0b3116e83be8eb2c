import CanonicalJSON
public import Facts
public import HTTPTransfers

extension DIVVehicleRegister {
    /// A register that is called over mutual TLS.
    ///
    /// - Parameters:
    ///   - baseURL: the service, `https://host:port/v1/mobility`.
    ///   - today: the day in Belgium, which tells what registration is the present one.
    public init(
        engine: TransferEngine, identity: TLSIdentity, baseURL: String,
        today: @escaping @Sendable () -> CalendarDate
    ) {
        let limits = JSONLimits.standard
        self.init(
            transport: EngineTransport(engine: engine, identity: identity, limit: limits.size),
            baseURL: baseURL, limits: limits, today: today)
    }
}
