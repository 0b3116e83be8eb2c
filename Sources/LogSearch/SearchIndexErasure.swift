public import ConsultLog

/// Removes from the search index what belongs to retired periods.
public protocol SearchIndexErasure: Sendable {
    /// Removes every row and mark of entries of these periods. Durable when it returns; to do it
    /// again is no error. The data keys of the periods are gone by then, so that nothing of them is
    /// indexed anew.
    ///
    /// - Throws: ``IndexFailure``; what was removed until then stays removed.
    func erase(_ periods: Set<KeyPeriod>) async throws(IndexFailure)
}
