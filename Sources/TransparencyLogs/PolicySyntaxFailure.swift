/// Why text is no policy.
public enum PolicySyntaxFailure: Error, Hashable {
    /// What is wrong with a line, counted from 1.
    case line(Int, PolicyLineFailure)
    /// No line says the quorum.
    case noQuorum
}
