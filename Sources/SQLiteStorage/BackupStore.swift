/// A database beside the log that a backup holds too.
///
/// What is made anew is not among them: the index of searches, and the replica of the enterprises.
public enum BackupStore: String, Hashable, Sendable, CaseIterable {
    /// The authorisations and their life.
    case rights
    /// The directory of officials.
    case officials
    /// The repertory of references.
    case references
    /// How often quotas were used.
    case quotas
    /// The register of parking cards.
    case cards

    /// Its name in a data directory, and in a backup.
    public var file: String { rawValue + ".sqlite" }

    /// Asks a database how far it came: of two of one gateway, what came further is newer.
    var progress: String {
        switch self {
        case .rights: "SELECT COALESCE(MAX(revision), 0) FROM change"
        case .officials: "SELECT revision FROM change"
        case .references: "SELECT COUNT(*) FROM reference"
        // Old days are destroyed: the last day counts, and what was used on it.
        case .quotas:
            """
            SELECT COALESCE(
                MAX(day) * 1000000000000
                    + (SELECT SUM(used) FROM quota WHERE day = (SELECT MAX(day) FROM quota)), 0)
            FROM quota
            """
        // Closed dossiers are destroyed in time, so nothing there only grows in number.
        case .cards: "SELECT COALESCE(MAX(at), 0) FROM event"
        }
    }
}
