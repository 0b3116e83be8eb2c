import Facts
import SourceSimulators
import Testing

@Suite("the synthetic population")
struct PopulationTests {
    static let population = Population(size: 400)
    private var population: Population { Self.population }

    private var everybody: [SyntheticPerson] { (0..<population.count).map(population.person(at:)) }

    @Test("the same seed and size give the same people, vehicles and enterprises")
    func isDeterministic() {
        let again = Population(size: 400)
        #expect(again.ssins == population.ssins)
        #expect((0..<again.count).map(again.person(at:)) == everybody)
        #expect(again.vehicleCount == population.vehicleCount)
        for index in 0..<again.vehicleCount {
            #expect(again.vehicle(at: index) == population.vehicle(at: index))
        }
        for index in 0..<again.enterpriseCount {
            #expect(again.enterprise(at: index) == population.enterprise(at: index))
        }
    }

    @Test("another seed gives other people but the same cast")
    func dependsOnTheSeed() {
        let other = Population(seed: 7, size: 400)
        #expect(other.ssins != population.ssins)
        for role in DemoCast.allCases {
            #expect(other.character(role) == population.character(role))
        }
    }

    @Test("no number can belong to a real person, and none is given twice")
    func numbersAreSynthetic() throws {
        let all = population.ssins + population.formerNumbers
        #expect(Set(all).count == all.count)
        for ssin in all + [population.character(.unknownNumber).ssin] {
            #expect(try SSIN(parsing: ssin.digits) == ssin)
            let digits = ssin.digits
            #expect((900...996).contains(Int(digits.dropFirst(6).prefix(3)) ?? 0))
            let month = (Int(digits.dropFirst(2).prefix(2)) ?? 0) % 20
            let isFirst = digits.dropFirst(4).prefix(2) == "01"
            #expect(!(isFirst && (month == 1 || month == 7)))
        }
    }

    @Test("a big population still gives every number once")
    func bigPopulation() {
        let big = Population(size: 20_000)
        #expect(big.count >= 20_000)
        #expect(Set(big.ssins).count == big.count)
    }

    @Test("every person is found by number, and every vehicle by plate")
    func lookUps() throws {
        for (index, ssin) in population.ssins.enumerated() {
            let person = try #require(population.person(ssin))
            #expect(person == population.person(at: index))
            #expect(person.ssin == ssin)
            if let sex = ssin.sex { #expect(sex == person.sex) }
        }
        for index in 0..<population.vehicleCount {
            let vehicle = try #require(population.vehicle(at: index))
            #expect(population.vehicle(vehicle.plate) == vehicle)
            #expect(vehicle.vin.count == 17)
            if case .person(let ssin) = vehicle.holder {
                #expect(population.vehicles(of: ssin).contains(vehicle))
            }
        }
    }

    @Test("members point to the head that lists them, and nobody is listed twice")
    func householdsAreConsistent() throws {
        var listed: Set<SSIN> = []
        for person in everybody {
            switch person.household {
            case .head(let members):
                #expect(members.first?.ssin == person.ssin)
                #expect(members.first?.role == .head)
                for member in members {
                    #expect(listed.insert(member.ssin).inserted)
                    let file = try #require(population.person(member.ssin))
                    #expect(file.address == person.address)
                    guard member.ssin != person.ssin else { continue }
                    guard case .member(let head, let role) = file.household else {
                        Issue.record("a listed member is no member")
                        continue
                    }
                    #expect(head == members.first)
                    #expect(role == member.role)
                }
            case .member(let head, _):
                let file = try #require(population.person(head.ssin))
                #expect(file.members?.contains { $0.ssin == person.ssin } == true)
            case .outside:
                #expect(person.address == nil)
            }
        }
    }

    @Test("spouses are married to each other")
    func spousesAgree() throws {
        for person in everybody {
            // The file of somebody who died stays as it was.
            guard person.departure == nil,
                case .married(let spouse?, let since) = person.civilState
            else { continue }
            let other = try #require(population.person(spouse))
            #expect(other.civilState == .married(to: person.ssin, since: since))
        }
    }

    @Test("every situation occurs in the demo's population")
    func everySituationOccurs() {
        let people = Population(size: 2000)
        let files = (0..<people.count).map(people.person(at:))
        #expect(Set(files.compactMap { $0.address?.municipality }).count > 19)
        #expect(files.contains { $0.livesInCollective && $0.character == nil })
        #expect(files.contains { if case .deceased = $0.departure { true } else { false } })
        #expect(files.contains { if case .struckOff = $0.departure { true } else { false } })
        #expect(files.contains { if case .leftTheCountry = $0.departure { true } else { false } })
        #expect(files.contains { if case .declaration = $0.pendingMove { true } else { false } })
        #expect(files.contains { if case .intention = $0.pendingMove { true } else { false } })
        #expect(files.contains { $0.hasProtectedAddress && $0.character == nil })
        #expect(files.contains { $0.alsoHosted != nil && $0.character == nil })
        #expect(files.contains { $0.register == nil && $0.character == nil })
        #expect(people.formerNumbers.count > 1)
        let roles = files.flatMap { $0.members ?? [] }.map(\.role)
        #expect(Set(roles) == Set(SyntheticRole.allCases))
        let vehicles = (0..<people.vehicleCount).compactMap(people.vehicle(at:))
        #expect(Set(vehicles.map(\.category)) == [.m1, .n1, .n2])
        #expect(vehicles.contains { $0.wasHandedOn })
        #expect(vehicles.contains { $0.status != .registered })
        #expect(vehicles.contains { if case .enterprise = $0.holder { true } else { false } })
    }

    @Test("two households share an address without being one")
    func sharedAddress() throws {
        let first = try #require(
            population.person(population.character(.firstAtSharedAddress).ssin))
        let second = try #require(
            population.person(population.character(.secondAtSharedAddress).ssin))
        #expect(first.address == second.address)
        #expect(first.members?.count == 1)
        #expect(second.members?.count == 1)
    }
}
