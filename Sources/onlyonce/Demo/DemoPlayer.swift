import CanonicalJSON
import Facts
import ParkingCards
import SourceSimulators

/// Plays the scenes through the gateway's own API.
struct DemoPlayer {
    let client: DemoClient
    /// The DPO's console, and how its official signs in.
    let console: DemoClient
    let signIn: DemoSignIn
    let population: SourceSimulators.Population
    let switches: FaultSwitches
    let printer: DemoPrinter

    /// Plays every scene and returns how many ended otherwise than promised.
    func play() async throws -> Int {
        var surprises = 0
        for (index, scene) in DemoScene.allCases.enumerated() {
            printer.headline(index + 1, scene.title(in: printer.language))
            let result = try await play(scene)
            let asPromised = result.meets(scene)
            if !asPromised { surprises += 1 }
            printer.show(result, asPromised: asPromised)
        }
        return surprises
    }

    private func play(_ scene: DemoScene) async throws -> DemoResult {
        if scene == .vehicleRegisterDown { switches.set(Fault(.down), for: .div) }
        defer { switches.clear(.div) }
        let character = population.character(scene.character)
        let (status, body) =
            switch scene {
            case .noRight:
                try await client.post("/v1/persons/get", askingAddress(of: character))
            case .noOfficial:
                try await console.post("/v1/persons/get", complaint(of: character))
            case .identifiedOfficial:
                try await console.post(
                    "/v1/persons/get", complaint(of: character),
                    token: try await signIn.token(of: "official-anna"))
            case .granted, .notResident, .vehicleNotRegistered, .licenceForfeited, .deceased,
                .quotaExceeded, .vehicleRegisterDown:
                try await client.post("/v1/parkingCards/assessments", applying(character))
            }
        return DemoResult(status: status, body)
    }

    private func applying(_ character: DemoCharacter) -> JSONValue {
        [
            "municipality": "21015", "cardType": "resident", "purpose": "parking-cards",
            "language": .string(printer.language.rawValue),
            "applicant": ["ssin": .string(character.ssin.digits)],
            "vehicle": ["plate": .string(character.plate?.text ?? "")],
        ]
    }

    private func complaint(of character: DemoCharacter) -> JSONValue {
        [
            "ssin": .string(character.ssin.digits), "purpose": "audit-complaints",
            "dossier": "2026/COMPLAINT/12", "select": ["person.name"],
        ]
    }

    private func askingAddress(of character: DemoCharacter) -> JSONValue {
        [
            "ssin": .string(character.ssin.digits), "purpose": "parking-cards",
            "select": ["person.mainResidence"],
        ]
    }
}
