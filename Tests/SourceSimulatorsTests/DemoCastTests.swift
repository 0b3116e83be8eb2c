import Facts
import SourceSimulators
import Testing

@Suite("the demo's characters")
struct DemoCastTests {
    private let population = PopulationTests.population

    private func file(_ role: DemoCast) throws -> SyntheticPerson {
        try #require(population.person(population.character(role).ssin))
    }

    private func vehicle(_ role: DemoCast) throws -> SyntheticVehicle {
        let plate = try #require(population.character(role).plate)
        return try #require(population.vehicle(plate))
    }

    @Test(
        "every character that somebody plays has a file that names it", arguments: DemoCast.allCases
    )
    func isCast(_ role: DemoCast) throws {
        let character = population.character(role)
        #expect(!role.summary.isEmpty)
        switch role {
        case .unknownNumber: #expect(population.person(character.ssin) == nil)
        case .replacedNumber:
            let now = try #require(population.replacement(of: character.ssin))
            #expect(population.person(character.ssin) == nil)
            #expect(population.person(now)?.character == role)
        default: #expect(try file(role).character == role)
        }
    }

    @Test("the plates tell the stories that the summaries promise")
    func plates() throws {
        #expect(try vehicle(.granted).holder == .person(try file(.granted).ssin))
        #expect(try vehicle(.plateOfSomebodyElse).holder == .person(try file(.granted).ssin))
        #expect(
            population.vehicle(try #require(population.character(.unregisteredPlate).plate)) == nil)
        #expect(try vehicle(.unpublishedPlateStatus).status != .registered)
        #expect(try vehicle(.handedOnPlate).wasHandedOn)
        #expect(try vehicle(.formerHolder).holder == .person(try file(.handedOnPlate).ssin))
        #expect(try vehicle(.heavyVehicle).category == .n2)
        guard case .enterprise(let lessor) = try vehicle(.leasedCar).holder,
            case .enterprise(let employer) = try vehicle(.director).holder
        else {
            Issue.record("a company car belongs to no company")
            return
        }
        #expect(lessor.isLeaseCompany)
        #expect(!employer.isLeaseCompany)
    }

    @Test("the files tell the stories that the summaries promise")
    func files() throws {
        #expect(try file(.firstOfFullHousehold).members?.count == 3)
        #expect(try file(.movedOut).address?.municipality.digits == "24062")
        #expect(try file(.deceased).departure != nil)
        #expect(try file(.widowed).members?.count == 1)
        #expect(try file(.bis).ssin.kind == .bis)
        #expect(try file(.bis).address == nil)
        #expect(try file(.minor).alsoHosted?.otherParent == (try file(.otherParent).ssin))
        #expect(try file(.noLicence).licence == SyntheticLicence.none)
        #expect(try file(.collectiveResident).livesInCollective)
        #expect(try file(.threeGenerations).members?.count == 4)
        #expect(try file(.protectedAddress).hasProtectedAddress)
        #expect(try file(.pendingMove).pendingMove != nil)
        #expect(try file(.declaredMove).pendingMove != nil)
    }
}
