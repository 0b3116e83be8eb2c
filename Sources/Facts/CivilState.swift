/// The civil state of a person (burgerlijke staat, état civil; information type 120).
public struct CivilState: Hashable, Sendable, Redacted {
    /// Code and label as the register gives them (`10` single, `20` married, …).
    public let state: CodedValue
    public let since: IncompleteDate?

    public init(state: CodedValue, since: IncompleteDate?) {
        self.state = state
        self.since = since
    }
}
