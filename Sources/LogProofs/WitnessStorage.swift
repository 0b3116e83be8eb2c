public import ConsultLog
public import TransparencyLogs

/// Where a witness keeps its records, one for each origin.
///
/// A witness whose records go back cosigns a fork: a conformer must never lose a record for which
/// ``replace(_:with:)`` has returned, whatever happens to the process or the machine.
public protocol WitnessStorage: Sendable {
    /// Returns the record of an origin, or `nil` when there never was one.
    ///
    /// - Throws: ``ConsultLog/StorageFailure/unreadable``, also for a record that is damaged:
    ///   never `nil` for one that cannot be read.
    func record(of origin: LogOrigin) async throws(StorageFailure) -> WitnessRecord?

    /// Puts a record in the place of the one that was read, in one step: when another one is there
    /// by now, nothing changes. The new record is durable when this returns `true`.
    ///
    /// - Parameter expected: what ``record(of:)`` gave for the origin of the new record.
    /// - Returns: `false` when another record is there.
    /// - Throws: ``ConsultLog/StorageFailure``; after
    ///   ``ConsultLog/StorageFailure/unknownOutcome`` either record may be there.
    func replace(
        _ expected: WitnessRecord?, with new: WitnessRecord
    ) async throws(StorageFailure) -> Bool
}
