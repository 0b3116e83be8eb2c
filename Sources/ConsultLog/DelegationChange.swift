/// What became of a delegation, besides that its time passes.
public enum DelegationChange: String, Hashable, Sendable, CaseIterable {
    case given
    /// It was taken back, or one of the two has left.
    case ended
}
