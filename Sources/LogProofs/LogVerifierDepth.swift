/// How closely a verifier looks at entries.
public enum LogVerifierDepth: Hashable, Sendable {
    /// Only at their hashes, as for a public log, which does not publish entries.
    case hashes
    /// At hashes and form: canonical JSON with the members of an entry of its kind.
    case form
    /// At every value of every member too, which takes several times as long.
    case values
}
