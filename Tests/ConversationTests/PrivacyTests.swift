import CanonicalJSON
import DevelopmentCertificates
import Facts
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("personal data stays in its place")
    struct PrivacyTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test(
            "neither the application log nor the metrics nor the listed consult log names anybody")
        func nobody() async throws {
            let characters = DemoCast.allCases.map { workplace.population.character($0) }
            for kind in [nil, "garbled", "anotherSubject"] {
                for character in characters.prefix(kind == nil ? characters.count : 2) {
                    try await converse(about: character, kind)
                }
            }
            let gateway = workplace.gateway
            let listing = try await workplace.home.run("log", "list", "--limit", "10000")
            let entries = try await workplace.home.run(
                "log", "list", "--limit", "10000", "--json")
            let texts = [
                gateway.program.output, gateway.program.errors, try await gateway.metrics(),
                listing.output, entries.output,
            ]
            #expect(texts[2].contains("# TYPE"))
            for character in characters {
                for text in texts {
                    #expect(!words(of: character).contains { text.contains($0) })
                }
            }
        }

        private func converse(about character: DemoCharacter, _ fault: String?) async throws {
            guard let fault else {
                return try await ask(about: character)
            }
            try await workplace.sources.failing(.ksz, fault) {
                try await workplace.sources.failing(.div, fault) { try await ask(about: character) }
            }
        }

        private func ask(about character: DemoCharacter) async throws {
            let tax = workplace.application(.taxDepartment)
            _ = try await tax.ask(.person(character.ssin, "person"))
            _ = try await tax.ask(.licences(character.ssin))
            _ = try await tax.ask(.isResident(character.ssin))
            _ = try await workplace.application(.housingAgency).ask(.household(character.ssin))
            guard character.plate != nil else { return }
            _ = try await tax.ask(.vehicle(character.plate))
            _ = try await workplace.application(.parkingSchaerbeek).ask(.card(character))
        }

        /// What would give the character away.
        private func words(of character: DemoCharacter) -> [String] {
            var words = [character.ssin.digits]
            if let plate = character.plate { words.append(plate.text) }
            if let name = character.name { words.append(name) }
            // A shorter name would be found by chance in what is written in base64.
            if let last = character.name?.split(separator: " ").last, last.count > 6 {
                words.append(String(last))
            }
            return words
        }
    }
}
