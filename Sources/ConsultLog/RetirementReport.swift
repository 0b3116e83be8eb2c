/// What a retirement did.
public struct RetirementReport: Hashable, Sendable {
    /// What could not be brought to its end. The keys are destroyed all the same; to give the same
    /// order again does the rest.
    public enum Leftover: String, Hashable, Sendable, CaseIterable {
        /// Old files of the key store.
        case keyFiles
        /// The key-encryption key that was replaced.
        case oldKeyEncryptionKey
        /// Rows of the search index.
        case index
        /// Bytes of entries.
        case bytes
    }

    /// The periods, those that stayed as they are among them.
    public let periods: [PlannedPeriod]
    /// How many entries were emptied.
    public let erased: Int64
    /// The key-encryption key that wraps the other keys from now on; `nil` when nothing was done.
    public let wrappedBy: KeyEncryptionKeyID?
    public let leftovers: [Leftover]
}
