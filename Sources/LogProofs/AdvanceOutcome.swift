/// What became of a step of the tree.
public enum AdvanceOutcome: Hashable, Sendable {
    case advanced
    /// The head was another: a second sequencer is at work. Nothing was written.
    case superseded
}
