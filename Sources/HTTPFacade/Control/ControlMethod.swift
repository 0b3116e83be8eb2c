/// How a command asks.
public enum ControlMethod: String, Hashable, Sendable {
    /// Reads.
    case get = "GET"
    /// Changes something.
    case post = "POST"
}
