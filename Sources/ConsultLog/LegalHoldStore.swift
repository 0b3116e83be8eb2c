/// Where legal holds are kept, beside the keys that they protect.
public protocol LegalHoldStore: Sendable {
    /// Returns every hold that was placed and not released, in no order.
    ///
    /// - Throws: ``KeyFailure`` when they cannot be read, or any byte of them was changed: then
    ///   nothing may be destroyed.
    func holds() async throws(KeyFailure) -> [LegalHold]

    /// Keeps exactly these. Durable when it returns; all or nothing.
    ///
    /// - Throws: ``KeyFailure/notStored(_:)``.
    func keep(_ holds: [LegalHold]) async throws(KeyFailure)
}
