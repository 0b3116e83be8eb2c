/// The characters of the demo and the tests: invented people whose situation never changes,
/// whatever the seed and the size of the population.
///
/// All live in Schaerbeek unless said otherwise. Their names come from old novels; none of their
/// numbers can belong to anybody.
public enum DemoCast: String, Hashable, Sendable, CaseIterable {
    case granted
    case leasedCar
    case firstOfFullHousehold
    case secondOfFullHousehold
    case thirdOfFullHousehold
    case minor
    case parentOfMinor
    case otherParent
    case movedOut
    case movedOutAbroad
    case struckOff
    case pendingMove
    case declaredMove
    case protectedAddress
    case deceased
    case widowed
    case replacedNumber
    case bis
    case noLicence
    case forfeitedLicence
    case expiredLicence
    case mopedLicence
    case licenceWithoutCategories
    case plateOfSomebodyElse
    case unregisteredPlate
    case unpublishedPlateStatus
    case handedOnPlate
    case formerHolder
    case heavyVehicle
    case director
    case collectiveResident
    case collectiveHead
    case firstAtSharedAddress
    case secondAtSharedAddress
    case threeGenerations
    case unknownNumber

    /// One line for a person: who it is and what is special.
    public var summary: String {
        switch self {
        case .granted: "lives alone, drives a car of his own with a valid licence"
        case .leasedCar: "drives a car that a lease company registered"
        case .firstOfFullHousehold: "reference person of three adults with a car each"
        case .secondOfFullHousehold: "second adult of the household with three cars"
        case .thirdOfFullHousehold: "third adult of it, too late when two have a card"
        case .minor: "a child without a licence, who also stays with the other parent"
        case .parentOfMinor: "the parent with whom the child is registered"
        case .otherParent: "the parent with whom the child also stays"
        case .movedOut: "moved to Leuven, so resident of the Region no longer"
        case .movedOutAbroad: "left the country"
        case .struckOff: "struck off the registers by the municipality"
        case .pendingMove: "intends to move to another municipality (type 005)"
        case .declaredMove: "declared a new address that is not confirmed yet (type 019)"
        case .protectedAddress: "has an address that may not be communicated (type 252)"
        case .deceased: "died; the car is still in his name"
        case .widowed: "whose spouse died"
        case .replacedNumber: "got a new number; the old one still circulates"
        case .bis: "has a BIS number and so no main residence"
        case .noLicence: "owns a car and has no driving licence"
        case .forfeitedLicence: "has a licence that was forfeited"
        case .expiredLicence: "has a licence that expired"
        case .mopedLicence: "has a licence for mopeds alone (AM)"
        case .licenceWithoutCategories: "has a licence of which no categories are published"
        case .plateOfSomebodyElse: "gives the plate of the car of somebody else"
        case .unregisteredPlate: "gives a plate that nobody registered"
        case .unpublishedPlateStatus: "has a car with a status that no list explains"
        case .handedOnPlate: "took over the plate of somebody else with a new car"
        case .formerHolder: "handed the plate on, and still gives it as hers"
        case .heavyVehicle: "owns a lorry of 7.5 tonnes"
        case .director: "drives a car of the company that she directs"
        case .collectiveResident: "lives in a home (housing 05, role 20)"
        case .collectiveHead: "is the reference person of that home"
        case .firstAtSharedAddress: "shares the address, not the household, of the next"
        case .secondAtSharedAddress: "lives at the same address in a household of his own"
        case .threeGenerations: "lives with a grown-up child, a grandchild and a parent"
        case .unknownNumber: "a well-formed number that nobody has"
        }
    }
}
