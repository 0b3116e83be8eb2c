/// The status of an enterprise. The open data holds active enterprises alone.
public enum EnterpriseStatus: Hashable, Sendable {
    /// `AC`.
    case active
    /// Another code, as it came.
    case other(code: String)
}
