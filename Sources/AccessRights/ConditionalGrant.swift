/// A permission under checks that only whoever can look up is able to make.
///
/// Several can answer one request, each for its own population: the authorisations of two
/// municipalities must not take each other's permission away.
public struct ConditionalGrant: Hashable, Sendable {
    public let grant: Grant
    /// All of them must be met by every subject; empty when only the quota of the grant is in the
    /// way.
    public let checks: [PopulationCheck]

    public init(_ grant: Grant, if checks: [PopulationCheck]) {
        self.grant = grant
        self.checks = checks
    }
}
