import CanonicalJSON
import DevelopmentCertificates
import Facts
import SourceSimulators
import Testing

extension Conversations {
    @Suite("facts and verifications")
    struct FactTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test("a person's name and address, and nothing else")
        func person() async throws {
            let ssin = workplace.ssin(.granted)
            let reply = try await workplace.application(.taxDepartment).ask(
                .person(ssin, "person.name", "person.mainResidence"))
            #expect(reply.status == 200)
            let person = try #require(reply.body["person"])
            #expect(person["ssin"]?.string == ssin.digits)
            #expect(person["name"]?["lastName"]?.string == "Fogg")
            #expect(person["mainResidence"]?["address"]?["municipality"]?.string == "21015")
            #expect(person.object?.count == 3)
            #expect(reply.consult != nil && reply.body["asOf"] != nil)
        }

        @Test("a replaced number is followed, and the new one told")
        func replacedNumber() async throws {
            let old = workplace.ssin(.replacedNumber)
            let reply = try await workplace.application(.taxDepartment).ask(.person(old))
            #expect(reply.status == 200)
            let new = workplace.population.replacement(of: old)
            #expect(reply.body["person"]?["ssin"]?.string == new?.digits)
        }

        @Test("a household, for an agency that may know it")
        func household() async throws {
            let reply = try await workplace.application(.housingAgency).ask(
                .household(workplace.ssin(.thirdOfFullHousehold)))
            #expect(reply.status == 200)
            let members = reply.body["household"]?["members"]?.array ?? []
            let numbers: [DemoCast] = [
                .firstOfFullHousehold, .secondOfFullHousehold, .thirdOfFullHousehold,
            ]
            #expect(
                Set(members.compactMap { $0["ssin"]?.string })
                    == Set(numbers.map { workplace.ssin($0).digits }))
        }

        @Test("a vehicle and its holder")
        func vehicle() async throws {
            let reply = try await workplace.application(.taxDepartment).ask(
                .vehicle(workplace.plate(.granted)))
            #expect(reply.status == 200)
            let vehicle = try #require(reply.body["vehicle"])
            #expect(vehicle["status"]?.string == "registered")
            #expect(vehicle["holder"]?["ssin"]?.string == workplace.ssin(.granted).digits)
            #expect(vehicle["colours"] == nil)
        }

        @Test("driving licences, none as well")
        func licences() async throws {
            let application = workplace.application(.taxDepartment)
            let some = try await application.ask(.licences(workplace.ssin(.granted)))
            #expect(some.status == 200)
            let categories = some.body["drivingLicences"]?.array?.first?["categories"]
            #expect(categories?.array?.contains("B") == true)
            let none = try await application.ask(.licences(workplace.ssin(.noLicence)))
            #expect(none.status == 200)
            #expect(none.body["drivingLicences"]?.array == [])
        }

        @Test("verifications answer yes and no")
        func verifications() async throws {
            let application = workplace.application(.parkingSchaerbeek)
            for (role, expected) in [(DemoCast.granted, true), (.movedOut, false)] {
                let reply = try await application.ask(.isResident(workplace.ssin(role)))
                #expect(reply.status == 200)
                #expect(reply.body["answer"]?.bool == expected)
            }
            let plate = workplace.plate(.unregisteredPlate)
            let registered = try await application.ask(.isRegistered(plate))
            #expect(registered.body["answer"]?.bool == false, "the vehicle register is complete")
        }

        @Test("an entitled and a refused applicant, with every condition")
        func assessments() async throws {
            let application = workplace.application(.parkingSchaerbeek)
            let cases = [(DemoCast.granted, "granted"), (.movedOut, "refusalProposed")]
            for (role, outcome) in cases {
                let reply = try await application.ask(.card(workplace.population.character(role)))
                #expect(reply.status == 200)
                #expect(reply.body["outcome"]?.string == outcome)
                #expect((reply.body["conditions"]?.array?.count ?? 0) >= 5)
            }
        }

        @Test("nobody with the number: 404 with the consult, which is in the log")
        func unknownSubject() async throws {
            let application = workplace.application(.taxDepartment)
            let questions = [
                Question.person(workplace.ssin(.unknownNumber)),
                .vehicle(workplace.plate(.unregisteredPlate)),
            ]
            for question in questions {
                let reply = try await application.ask(question)
                #expect(reply.status == 404)
                let entries = try await workplace.home.entries(of: reply.consult)
                #expect(entries.map { $0["kind"]?.string } == ["asked", "answered"])
                #expect(entries.last?["body"]?["outcome"]?.string == "notFound")
            }
        }

        @Test("an unknown number makes a verification unknown, not false")
        func unknownVerification() async throws {
            let reply = try await workplace.application(.parkingSchaerbeek).ask(
                .isResident(workplace.ssin(.unknownNumber)))
            #expect(reply.status == 200)
            #expect(reply.body["answer"] == .null)
            #expect(reply.body["reason"]?.string == "subjectUnknown")
        }

        @Test("no right: 403 that names the attribute, and the source is not asked")
        func noRight() async throws {
            let before = try await workplace.sources.requests(to: .ksz)
            let ssin = workplace.ssin(.granted)
            let reply = try await workplace.application(.parkingSchaerbeek).ask(
                Question(
                    "/v1/persons/get",
                    [
                        "ssin": .string(ssin.digits), "purpose": "parking-cards",
                        "select": ["person.mainResidence"],
                    ]))
            #expect(reply.status == 403)
            let reasons = reply.body["reasons"]?.array ?? []
            #expect(reasons.contains { $0["attribute"]?.string == "person.mainResidence" })
            #expect(!reply.text.contains(ssin.digits))
            let entries = try await workplace.home.entries(of: reply.consult)
            #expect(entries.map { $0["kind"]?.string } == ["refused"])
            #expect(try await workplace.sources.requests(to: .ksz) == before)
        }
    }
}
