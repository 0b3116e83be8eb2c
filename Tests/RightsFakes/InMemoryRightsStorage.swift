public import AccessRights
public import Gateway
import Synchronization

/// Keeps changes in memory. Two of them over one ``Memory`` are two processes over one store.
public final class InMemoryRightsStorage: RightsStorage {
    /// What the store holds.
    public final class Memory: Sendable {
        fileprivate struct Row: Sendable {
            let change: RightsChange
            var debt: RightsDebt?
        }
        fileprivate let rows = Mutex<[Row]>([])
        fileprivate let check = Mutex<[UInt8]?>(nil)
        fileprivate let failure = Mutex<RightsStorageFailure?>(nil)
        /// Whether the next appending, of which nobody will know, writes.
        fileprivate let doubtful = Mutex<Bool?>(nil)
        fileprivate let isLosing = Mutex(false)
        fileprivate let forgetsMarks = Mutex(false)

        public init() {}

        /// From now on nothing can be had of it, until `nil` is said.
        public func fail(_ failure: RightsStorageFailure?) {
            self.failure.withLock { $0 = failure }
        }

        /// No appending writes from now on, and nobody is told so.
        public func losesEveryAppending() { isLosing.withLock { $0 = true } }

        /// Whether it cannot be noted any more that something is in the log, as after a crash
        /// between.
        public func forgetMarks(_ forgets: Bool) { forgetsMarks.withLock { $0 = forgets } }

        /// Nobody will know of the next appending whether it wrote.
        public func doubtNext(writing: Bool) { doubtful.withLock { $0 = writing } }

        /// Appends as another process does, behind everybody's back.
        public func appendDirectly(_ change: RightsChange) {
            rows.withLock { $0.append(Row(change: change, debt: nil)) }
        }
    }

    private let memory: Memory
    /// Runs between the look at the revision and the writing of somebody else.
    private let beforeAppending: @Sendable () -> Void

    public init(
        _ memory: Memory = Memory(), beforeAppending: @escaping @Sendable () -> Void = {}
    ) {
        self.memory = memory
        self.beforeAppending = beforeAppending
    }

    public func note(check: [UInt8]) async throws(RightsStorageFailure) -> [UInt8] {
        try self.check()
        return memory.check.withLock { noted in
            let kept = noted ?? check
            noted = kept
            return kept
        }
    }

    public func revision() async throws(RightsStorageFailure) -> RightsRevision {
        try check()
        return RightsRevision(Int64(memory.rows.withLock(\.count)))
    }

    public func changes(
        after revision: RightsRevision
    ) async throws(RightsStorageFailure) -> [RightsChange] {
        try check()
        return memory.rows.withLock { $0.dropFirst(Int(revision.number)).map(\.change) }
    }

    public func append(
        _ changes: [RightsChange], on revision: RightsRevision, owing debt: RightsDebt?
    ) async throws(RightsStorageFailure) -> Bool {
        beforeAppending()
        try check()
        if memory.isLosing.withLock({ $0 }) { throw .outcomeUnknown }
        let doubt = memory.doubtful.withLock { doubt in
            defer { doubt = nil }
            return doubt
        }
        let isAppended = memory.rows.withLock { rows in
            guard rows.count == Int(revision.number), doubt != false else { return false }
            rows += changes.map { Memory.Row(change: $0, debt: debt) }
            return true
        }
        if doubt != nil { throw .outcomeUnknown }
        return isAppended
    }

    public func unlogged(
        in log: String
    ) async throws(RightsStorageFailure) -> [OwedRightsChange] {
        try check()
        return memory.rows.withLock { rows in
            rows.enumerated().compactMap { index, row in
                guard let debt = row.debt, debt.log == log else { return nil }
                return OwedRightsChange(
                    revision: RightsRevision(Int64(index + 1)), change: row.change, debt: debt)
            }
        }
    }

    public func markLogged(_ revision: RightsRevision) async throws(RightsStorageFailure) {
        try check()
        if memory.forgetsMarks.withLock({ $0 }) { throw .unavailable }
        memory.rows.withLock { rows in
            guard rows.indices.contains(Int(revision.number) - 1) else { return }
            rows[Int(revision.number) - 1].debt = nil
        }
    }

    private func check() throws(RightsStorageFailure) {
        if let failure = memory.failure.withLock({ $0 }) { throw failure }
    }
}
