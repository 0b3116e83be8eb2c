public import AccessRights

/// Where the changes of all authorisations are kept, in the order in which they became known.
///
/// Several processes may share one. A change is appended only on top of the revision that the
/// caller saw, so that nobody decides upon what somebody else has changed meanwhile; whatever was
/// appended is seen by everybody who reads afterwards, in every process.
public protocol RightsStorage: Sendable {
    /// Notes what tells the secret with which the storage was begun, unless that is noted already.
    /// Durable when it returns.
    ///
    /// - Returns: what is noted.
    func note(check: [UInt8]) async throws(RightsStorageFailure) -> [UInt8]

    /// How many changes there are. Cheap: it is asked several times a second.
    func revision() async throws(RightsStorageFailure) -> RightsRevision

    /// The changes behind a revision, in their order.
    func changes(
        after revision: RightsRevision
    ) async throws(RightsStorageFailure) -> [RightsChange]

    /// Appends changes, all of them or none, in this order, if nothing was appended behind the
    /// revision. Durable when it returns.
    ///
    /// - Parameter debt: `nil` when the consult log holds an entry for each of them already; else
    ///   each of them is ``unlogged(in:)`` until somebody says that it is not.
    /// - Returns: whether they were appended.
    func append(
        _ changes: [RightsChange], on revision: RightsRevision, owing debt: RightsDebt?
    ) async throws(RightsStorageFailure) -> Bool

    /// The changes that this consult log may not hold yet, with their places, in their order.
    func unlogged(in log: String) async throws(RightsStorageFailure) -> [OwedRightsChange]

    /// Notes that the consult log holds the change at this place, and destroys what was kept beside
    /// it. To do it again is no error.
    func markLogged(_ revision: RightsRevision) async throws(RightsStorageFailure)
}
