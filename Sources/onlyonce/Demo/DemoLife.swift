import CanonicalJSON
import Facts
import Foundation
import ParkingCards
import SourceSimulators

/// Plays the life of parking cards through the gateway's own API: applied for, paid, activated, for
/// another vehicle, renewed, revoked, and refused by an official.
struct DemoLife {
    private static let path = "/v1/parkingCards/applications"

    let client: DemoClient
    /// How the official at the parking desk signs in.
    let signIn: DemoSignIn
    let population: SourceSimulators.Population
    let printer: DemoPrinter
    let cards: DemoCards

    /// Plays every step and returns how many ended otherwise than promised.
    ///
    /// - Parameter number: of the first scene.
    func play(from number: Int) async throws -> Int {
        printer.headline(
            number,
            printer.text(
                nl: "Het leven van een kaart: aangevraagd, betaald, geldig, andere wagen",
                fr: "La vie d'une carte : demandée, payée, valable, autre véhicule",
                en: "The life of a card: applied for, paid, valid, another car"))
        var surprises = try await playCard()
        printer.headline(
            number + 1,
            printer.text(
                nl: "Een kaart die afloopt wordt hernieuwd, een andere ingetrokken",
                fr: "Une carte qui expire est renouvelée, une autre retirée",
                en: "A card that ends is renewed, another one revoked"))
        surprises += try await playEndings()
        printer.headline(
            number + 2,
            printer.text(
                nl: "Een weigering wordt voorgesteld, en een ambtenaar bevestigt ze",
                fr: "Un refus est proposé, et un fonctionnaire le confirme",
                en: "A refusal is proposed, and an official confirms it"))
        return surprises + (try await playRefusal())
    }

    private func playCard() async throws -> Int {
        let character = population.character(.firstAtSharedAddress)
        let applied = try await step("", expecting: "reserved", application(of: character))
        guard let card = applied.card else { return 1 }
        let cents = applied.due ?? 0
        let other = population.character(.leasedCar).plate?.text ?? ""
        let year = String(Self.year)
        let steps: [(String, String, JSONObject)] = [
            ("/payments", "paid", ["amountCents": .integer(cents), "reference": "DEMO-1"]),
            ("/activate", "active", [:]),
            (
                "/plates", "active",
                [
                    "plates": [.string(other)], "purpose": "parking-cards",
                    "supportingDocuments": [
                        [
                            "kind": "insuranceDriver", "enterpriseNumber": "1990000134",
                            "ssin": .string(character.ssin.digits), "plate": .string(other),
                            "from": .string("\(year)-01-01"), "until": .string("\(year)-12-31"),
                        ]
                    ],
                ]
            ),
            ("/withdraw", "withdrawn", [:]),
        ]
        var surprises = applied.surprises
        for (path, state, body) in steps {
            surprises += try await step(path, of: card, expecting: state, body).surprises
        }
        return surprises
    }

    private func playEndings() async throws -> Int {
        let renewed = try await step(
            "/renew", of: cards.ending.description, expecting: "reserved",
            ["purpose": "parking-cards"])
        let token = try await signIn.token(of: "official-anna")
        let revoked = try await step(
            "/revoke", of: cards.announced.description, expecting: "revoked",
            ["reason": "The holder lives elsewhere"], token: token)
        return renewed.surprises + revoked.surprises
    }

    private func playRefusal() async throws -> Int {
        let applied = try await step(
            "", expecting: "refusalProposed", application(of: population.character(.movedOut)))
        guard let card = applied.card else { return 1 }
        let token = try await signIn.token(of: "official-anna")
        let refused = try await step(
            "/confirmRefusal", of: card, expecting: "refused", [:], token: token)
        return applied.surprises + refused.surprises
    }

    private func step(
        _ path: String, of card: String, expecting state: String, _ body: JSONObject,
        token: String? = nil
    ) async throws -> Step {
        var body = body
        body["cardId"] = .string(card)
        return try await step(path, expecting: state, .object(body), token: token)
    }

    private func step(
        _ path: String, expecting state: String, _ body: JSONValue, token: String? = nil
    ) async throws -> Step {
        let (status, answer) = try await client.post(
            Self.path + path, body, token: token, key: UUID().uuidString)
        let reached = answer["state"]?.string ?? answer["reason"]?.string ?? "status \(status)"
        printer.show(step: path.isEmpty ? "/" : path, reached, asPromised: reached == state)
        return Step(
            card: answer["cardId"]?.string,
            due: answer["entitlement"]?["due"]?.string.flatMap { text in
                Int64(text.replacing(".", with: ""))
            }, surprises: reached == state ? 0 : 1)
    }

    private func application(of character: DemoCharacter) -> JSONValue {
        [
            "municipality": "21015", "cardType": "resident", "purpose": "parking-cards",
            "language": .string(printer.language.rawValue),
            "applicant": ["ssin": .string(character.ssin.digits)],
            "vehicle": ["plate": .string(character.plate?.text ?? "")],
        ]
    }

    private static var year: Int { SystemTime.now().utcDate.year }
}

/// What came of one step.
private struct Step {
    let card: String?
    /// In cents.
    let due: Int64?
    let surprises: Int
}
