/// A permission about the people of one population.
///
/// Several can answer one request, each for its own population: the authorisations of two
/// municipalities must not take each other's permission away.
public struct ConditionalGrant: Hashable, Sendable {
    public let grant: Grant
    public let check: PopulationCheck

    public init(_ grant: Grant, if check: PopulationCheck) {
        self.grant = grant
        self.check = check
    }
}
