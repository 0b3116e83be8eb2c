import CanonicalJSON
import DevelopmentCertificates
import Facts
import SourceSimulators
import Testing

extension Conversations {
    @Suite("what an assessment says of people")
    struct BorderTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        /// What the simulated sources know of a character and the household: names, numbers,
        /// streets, and in whose name the vehicle is registered.
        private func secrets(of character: DemoCharacter) -> Set<String> {
            var secrets: Set<String> = [character.ssin.digits]
            if let plate = character.plate { secrets.insert(plate.text) }
            var people = [character.ssin]
            if let person = workplace.population.person(character.ssin) {
                people += person.members?.map(\.ssin) ?? []
                secrets.formUnion(
                    [
                        person.address?.street.nl, person.address?.street.fr, person.birthDate.text,
                    ].compactMap(\.self))
            }
            if let plate = character.plate, let vehicle = workplace.population.vehicle(plate) {
                secrets.insert(vehicle.vin)
                switch vehicle.holder {
                case .person(let ssin): people.append(ssin)
                case .enterprise(let enterprise):
                    secrets.formUnion([enterprise.number.digits, enterprise.name])
                }
            }
            for ssin in people {
                secrets.insert(ssin.digits)
                guard let person = workplace.population.person(ssin) else { continue }
                secrets.formUnion([person.lastName] + person.firstNames)
            }
            return secrets
        }

        @Test("no name, number, address, plate or holder, whoever applies")
        func answers() async throws {
            let application = workplace.application(.parkingSchaerbeek)
            var outcomes: Set<String> = []
            for role in DemoCast.allCases {
                let character = workplace.population.character(role)
                guard character.plate != nil else { continue }
                let reply = try await application.ask(.card(character))
                #expect(reply.status == 200, "\(role)")
                let text = String(decoding: try reply.body.canonicalBytes(), as: UTF8.self)
                let found = secrets(of: character).filter { text.contains($0) }
                #expect(found.isEmpty, "\(role) \(found)")
                if let outcome = reply.body["outcome"]?.string { outcomes.insert(outcome) }
            }
            #expect(outcomes == ["granted", "refusalProposed", "undetermined"])
        }
    }
}
