import AccessRights
import Gateway

/// Looks at another storage, and lets something happen before it answers.
final class SlowStorage: RightsStorage {
    private let storage: any RightsStorage
    private let meanwhile: @Sendable () -> Void

    init(_ storage: any RightsStorage, meanwhile: @escaping @Sendable () -> Void) {
        self.storage = storage
        self.meanwhile = meanwhile
    }

    func note(check: [UInt8]) async throws(RightsStorageFailure) -> [UInt8] {
        try await storage.note(check: check)
    }

    func revision() async throws(RightsStorageFailure) -> RightsRevision {
        let revision = try await storage.revision()
        meanwhile()
        return revision
    }

    func changes(
        after revision: RightsRevision
    ) async throws(RightsStorageFailure) -> [RightsChange] {
        try await storage.changes(after: revision)
    }

    func append(
        _ changes: [RightsChange], on revision: RightsRevision, owing debt: RightsDebt?
    ) async throws(RightsStorageFailure) -> Bool {
        try await storage.append(changes, on: revision, owing: debt)
    }

    func unlogged(
        in log: String
    ) async throws(RightsStorageFailure) -> [OwedRightsChange] {
        try await storage.unlogged(in: log)
    }

    func markLogged(_ revision: RightsRevision) async throws(RightsStorageFailure) {
        try await storage.markLogged(revision)
    }
}
