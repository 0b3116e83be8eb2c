/// Whether a log that is verified must publish its entries.
public enum LogVerifierEntries: Hashable, Sendable {
    /// It must: one bundle that is missing is a deviation.
    case always
    /// When it publishes neither its first entries nor its last, it is a public log, of which hashes
    /// alone are checked. The report says so.
    case perhaps
}
