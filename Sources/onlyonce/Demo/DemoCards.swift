import AccessRights
import ConsultLog
import Facts
import Gateway
import Officials
import ParkingCards
import SourceSimulators

/// The cards that the demo finds in the register: one that ends soon, and one whose revocation was
/// announced. Both were given in the past, by the same office under an earlier clock.
struct DemoCards {
    /// Ends within the window of its renewal.
    let ending: CardID
    /// Whose holder was warned, long enough ago.
    let announced: CardID

    /// The organisation and the application in whose name cards are asked for.
    static var caller: Caller {
        get throws {
            Caller(
                organisation: try EnterpriseNumber(parsing: "1990000134"),
                application: try ApplicationID(parsing: "parking-schaerbeek"))
        }
    }

    /// Gives the cards, after it withdrew those of an earlier demo in the same folder.
    init(
        _ installation: Installation, _ configuration: Configuration,
        _ population: SourceSimulators.Population
    ) async throws {
        let present = try Past(installation, configuration, days: 0)
        for state in CardState.Name.allCases {
            let open = try await present.office.cards(
                in: present.municipality, state, after: nil, limit: 500,
                for: present.order.organisation)
            for card in open { _ = try? await present.office.withdraw(card, by: present.order) }
        }
        ending = try await Past(installation, configuration, days: 345).card(
            of: population.character(.secondAtSharedAddress))
        let earlier = try Past(installation, configuration, days: 60)
        announced = try await earlier.card(of: population.character(.widowed))
        try await earlier.announce(announced)
        try await Self.enterOfficial(installation.officials.directory)
    }

    /// Somebody who works at the parking desk.
    private static func enterOfficial(_ directory: OfficialDirectory) async throws {
        let name = try OfficialID(parsing: "official-anna")
        guard try await directory.official(named: name) == nil else { return }
        _ = try await directory.enter(
            NewOfficial(userName: name, roles: [.parkingDesk]),
            for: Orderer(official: try OfficialID(parsing: "demo")))
    }
}

/// The office as it worked some days ago.
private struct Past {
    let office: CardOffice
    let order: CardOrder
    let municipality = NISCode(Municipality.schaerbeek)
    private let context: ConsultContext

    init(
        _ installation: Installation, _ configuration: Configuration, days: Int
    ) throws {
        let regulations = try LoadedRegulations(configuration.documents.regulations)
        let time = EarlierTime(time: installation.time, days: days)
        office = try installation.cardOffice(
            configuration,
            installation.assessmentDesk(configuration, regulations, time: time),
            regulations, time: time)
        let caller = try DemoCards.caller
        order = CardOrder(for: caller.organisation, by: .application(caller.application))
        context = ConsultContext(caller: caller, purpose: try PurposeID(parsing: "parking-cards"))
    }

    /// A card that was applied for, paid and activated.
    func card(of character: DemoCharacter) async throws -> CardID {
        guard let plate = character.plate else { throw UsageError("the demo needs a vehicle") }
        let answer = try await office.apply(
            CardApplication(
                municipality: municipality, cardType: .resident, applicant: character.ssin,
                plate: plate, language: .nl),
            in: context, by: order)
        guard let id = CardOffice.card(of: answer) else { throw UsageError("no card was given") }
        let life = try await office.life(id, for: order.organisation)
        guard let due = life.due, let payment = Payment(of: due, reference: "DEMO") else {
            throw UsageError("the cards of the demo cannot be prepared")
        }
        _ = try await office.pay(payment, for: id, by: order)
        _ = try await office.activate(id, by: order)
        return id
    }

    /// The register says that the holder moved; a letter told them so, and arrived.
    func announce(_ id: CardID) async throws {
        _ = try await office.announceRevocation(of: id, for: .move, by: order)
        _ = try await office.notify(
            .revocation, through: .paper, sentOn: nil, about: id, by: order)
        let life = try await office.life(id, for: order.organisation)
        guard let notice = life.notices.first,
            let delivery = CardNotice.Delivery(on: notice.sentOn, proof: "RR-DEMO-1")
        else { throw UsageError("the cards of the demo cannot be prepared") }
        _ = try await office.deliver(notice.id, delivery, about: id, by: order)
    }
}

/// The clock as it stood some days ago.
private struct EarlierTime: TimeSource {
    let time: SystemTime
    let days: Int

    func now() -> Timestamp {
        Timestamp(milliseconds: time.now().milliseconds - Int64(days) * 86_400_000)
    }

    func today() -> CalendarDate { time.today().adding(days: -days) }
}
