public import ConsultLog
public import LogProofs
public import TransparencyLogs

/// A witness's records in memory, with switches for every way in which storage can fail.
public actor InMemoryWitnessStorage: WitnessStorage {
    /// What becomes of the next write.
    public enum Fault: Hashable, Sendable {
        case failsAndIsNotKept(StorageFailure)
        case failsAndIsKept(StorageFailure)
    }

    private var records: [LogOrigin: WitnessRecord] = [:]
    private var fault: Fault?
    /// Every record that was ever kept, in order.
    public private(set) var history: [WitnessRecord] = []

    public init() {}

    public func failNext(_ fault: Fault) { self.fault = fault }

    public func record(of origin: LogOrigin) -> WitnessRecord? { records[origin] }

    public func replace(
        _ expected: WitnessRecord?, with new: WitnessRecord
    ) throws(StorageFailure) -> Bool {
        guard records[new.checkpoint.origin] == expected else { return false }
        let fault = fault
        self.fault = nil
        if case .failsAndIsNotKept(let failure) = fault { throw failure }
        records[new.checkpoint.origin] = new
        history.append(new)
        if case .failsAndIsKept(let failure) = fault { throw failure }
        return true
    }
}
