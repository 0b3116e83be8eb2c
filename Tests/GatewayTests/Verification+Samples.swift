import AccessRights
import Facts
import Gateway

extension Verification {
    /// One of each kind, about the same person, vehicle and enterprise.
    static func samples(in world: World) throws -> [Verification] {
        let (person, other) = (try world.person(1), try world.person(2))
        let all: [Verification] = [
            .isAlive(person), .isAdult(person, age: 18), .isResidentOf(person, world.home),
            .sharesHouseholdWith(person, other), .vehicleIsRegistered(world.plate),
            .vehicleIsHeldBy(world.plate, .person(person)),
            .vehicleIsWithin(world.plate, categories: ["M1"], maximumMass: 3500),
            .holdsDrivingLicence(person), .mayDrive(person, .b),
            .enterpriseIsActive(world.enterprise),
            .livesAt(
                person, SoughtAddress(street: "Rue Royale", houseNumber: "2", postCode: "1030")),
            .establishmentIsAt(world.enterprise, .sector(["1030"])),
            .holdsFunctionIn(person, world.enterprise),
        ]
        return all + (try samplesWithRules(in: world))
    }

    /// Those that take a rule of a regulation.
    private static func samplesWithRules(in world: World) throws -> [Verification] {
        let (person, plate) = (try world.person(1), world.plate)
        let unit = try EstablishmentUnitNumber(base: 20_000_001)
        let area = Area(postalCodes: ["1030"])
        let zone = LowEmissionRule(
            categories: [.m1], exemptPlateKinds: [.oldtimer],
            minimum: LowEmissionRule.Minimum(diesel: 6, petrol: 3))
        return [
            .isInscribedIn(person, world.home, [.population]),
            .livesIn(person, area, of: world.home, [.population]), .hasPendingMove(person),
            .addressMayBeShown(person), .hasSharedCustody(person), .vehicleIsSuspended(plate),
            .vehicleIsOfCategory(plate, [.m1]), .vehicleIsNoHeavier(plate, kilograms: 3500),
            .vehicleIsNoLonger(plate, centimetres: 420),
            .vehicleIsNoHigher(plate, centimetres: 150), .plateIsOfKind(plate, .only([.normal])),
            .vehicleMeetsLowEmission(plate, zone),
            .establishmentIsIn(world.enterprise, unit, area),
            .performsActivity(world.enterprise, unit, codes: ["69"]),
        ]
    }

    /// What the affirmative sources make of it.
    var affirmed: Verdict {
        switch id {
        case .holdsFunctionIn: .unknown(.notPublished)
        case .vehicleIsSuspended: .no
        default: .yes
        }
    }
}

extension SourceScript {
    /// Sources that make every one of the samples a yes, but for what nobody publishes.
    static func affirmative(in world: World) throws -> SourceScript {
        let (person, other) = (try world.person(1), try world.person(2))
        let specimens = Specimens()
        var script = SourceScript()
        var file = specimens.person(person)
        file.mainResidence = Residence(
            address: Address(
                street: "Rue Royale", streetCode: "2801", houseNumber: "2", postCode: "1030",
                municipality: world.home),
            since: specimens.date)
        file.addressChangePending = true
        script.persons = [person: .found(file)]
        script.heads = [person: .found(.oneself)]
        script.households = [person: .found(specimens.household(of: [person, other]))]
        script.licences = [person: .found([specimens.licence()])]
        var vehicle = specimens.vehicle(world.plate, heldBy: .person(person))
        vehicle.plateType = CodedValue(code: "NM", label: nil)
        script.vehicles = [world.plate: .found(vehicle)]
        script.enterprises = [world.enterprise: .found(try specimens.enterprise(world.enterprise))]
        return script
    }
}
