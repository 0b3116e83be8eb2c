public import ConsultLog

/// Where the use of quotas is counted.
public protocol QuotaStorage: Sendable {
    /// Counts one request under an authorisation, in one step for everybody who shares the store,
    /// unless one of the bounds is reached: then nothing is counted.
    ///
    /// Durable when this returns, so that a crash never gives more than the quota.
    ///
    /// - Returns: whether there was room.
    /// - Throws: ``ConsultLog/StorageFailure``; it may have been counted then.
    func reserve(_ reservation: QuotaReservation) async throws(StorageFailure) -> Bool

    /// Gives back what was reserved, once, because nothing was given for it. What is not counted is
    /// nothing to give back.
    ///
    /// - Throws: ``ConsultLog/StorageFailure``; it stays counted then, unless the outcome is unknown.
    func release(_ reservation: QuotaReservation) async throws(StorageFailure)
}
