public import ConsultLog

/// Legal holds in memory, which can be told not to be writable.
public actor InMemoryHoldStore: LegalHoldStore {
    private var stored: [LegalHold] = []
    private var fault: NotWritten?

    public init() {}

    public func setFault(_ fault: NotWritten?) { self.fault = fault }

    public func holds() async throws(KeyFailure) -> [LegalHold] { stored }

    public func keep(_ holds: [LegalHold]) async throws(KeyFailure) {
        if let fault { throw .notStored(fault) }
        stored = holds
    }
}
