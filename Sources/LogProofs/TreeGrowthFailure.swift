/// The hashes of the log's own tree could not be read, or do not add up.
public struct TreeGrowthFailure: Error, Hashable, Sendable {
    public init() {}
}
