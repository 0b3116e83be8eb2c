/// Why a command got no answer.
public enum ControlFailure: Error, Hashable, Sendable {
    /// No gateway listens on the socket, or it is another user's.
    case notRunning
    /// The connection ended before the answer did, or the answer took too long.
    case noAnswer
    /// What came is not an answer.
    case unintelligible
}
