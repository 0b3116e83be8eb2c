public import ConsultLog

/// A key store in memory that can be told to fail.
public actor InMemoryKeyStore: DataKeyStore {
    public private(set) var stored: [WrappedDataKey]
    private var fault: NotWritten?

    public init(_ keys: [WrappedDataKey] = []) { stored = keys }

    /// Whether additions fail, and why.
    public func setFault(_ fault: NotWritten?) { self.fault = fault }

    public func keys() async throws(KeyFailure) -> [WrappedDataKey] { stored }

    public func add(_ key: WrappedDataKey) async throws(KeyFailure) {
        if let fault { throw .notStored(fault) }
        stored.append(key)
    }

    public func replaceAll(
        with keys: [WrappedDataKey]
    ) async throws(KeyFailure) -> KeyReplacement {
        if let fault { throw .notStored(fault) }
        stored = keys
        return .complete
    }
}
