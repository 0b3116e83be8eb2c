/// Says whether the log may take on more: what is begun must be able to end.
public protocol LogRoom: Sendable {
    /// Whether there is room for the outcomes of those consults that are open, and for one more.
    func takesIntents() async -> Bool
}
