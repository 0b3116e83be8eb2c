/// For how long a key set is used, and how often the identity provider is asked.
public struct KeySetTimes: Hashable, Sendable {
    /// After how long it is asked anew.
    public var fresh = Duration.seconds(300)
    /// For how long the last key set is still used while the provider is down.
    public var stale = Duration.seconds(3600)
    /// The least time between two questions, whatever tokens come: one with an unknown key costs at
    /// most one question in this time.
    public var pause = Duration.seconds(10)

    public init() {}
}
