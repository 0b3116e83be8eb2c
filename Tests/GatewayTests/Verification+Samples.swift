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
        return all
    }
}

extension SourceScript {
    /// Sources that make every one of the samples a yes.
    static func affirmative(in world: World) throws -> SourceScript {
        let (person, other) = (try world.person(1), try world.person(2))
        let specimens = Specimens()
        var script = SourceScript()
        script.persons = [person: .found(specimens.person(person))]
        script.heads = [person: .found(.oneself)]
        script.households = [person: .found(specimens.household(of: [person, other]))]
        script.licences = [person: .found([specimens.licence()])]
        script.vehicles = [
            world.plate: .found(specimens.vehicle(world.plate, heldBy: .person(person)))
        ]
        script.enterprises = [world.enterprise: .found(try specimens.enterprise(world.enterprise))]
        return script
    }
}
