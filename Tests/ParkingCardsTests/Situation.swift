import ConsultLog
import Facts
import Gateway
import ParkingCards

/// The facts of one scenario, by which every question is answered.
struct Situation: FactChecker {
    typealias Section = [String: String?]

    let people: Section
    let vehicle: Section
    let licence: Section
    let enterprise: Section
    let day: CalendarDate

    func answer(_ question: FactQuestion, _ query: FactQuery) -> Evidence<Bool> {
        let section = section(of: question.source)
        return Evidence(
            silence(of: section).map { .unknown($0) } ?? finding(query), consult: consult(question),
            asOf: time(of: section))
    }

    func household(
        of person: SSIN, for municipality: NISCode
    ) -> Evidence<HouseholdPseudonyms> {
        if let gap = silence(of: people) {
            return Evidence(.unknown(gap), consult: nil, asOf: time(of: people))
        }
        let household = HouseholdPseudonyms(
            holder: World.holder, earlier: [World.formerly], others: [World.spouse],
            isCollective: yesNo(people["collective"]))
        return Evidence(.known(household), consult: nil, asOf: time(of: people))
    }

    func slot(_ key: QuotaKey, of application: CardApplication) -> Evidence<Pseudonym> {
        if let gap = silence(of: people) {
            return Evidence(.unknown(gap), consult: nil, asOf: time(of: people))
        }
        let name: String? =
            switch key {
            case .address: text(people["addr"])
            case .dwellingUnit: text(people["dwelling"])
            case .enterprise: "E1"
            case .establishment: "U1"
            case .household, .person: nil
            }
        guard let name else {
            return Evidence(.unknown(.notPublished), consult: nil, asOf: World.time)
        }
        return Evidence(.known(World.slot(name)), consult: nil, asOf: time(of: people))
    }

    func sector(
        of application: CardApplication, among sectors: [Sector]
    ) -> Evidence<SectorID> {
        guard let zone = text(people["zone"]).flatMap({ SectorID(parsing: $0) }) else {
            return Evidence(.unknown(.notPublished), consult: nil, asOf: World.time)
        }
        return Evidence(.known(zone), consult: nil, asOf: time(of: people))
    }

    func registeredSince(_ person: SSIN) -> Evidence<CalendarDate> {
        guard let since = text(people["registered_since"]) else {
            return Evidence(.unknown(.notPublished), consult: nil, asOf: World.time)
        }
        return Evidence(.known(World.day(since)), consult: nil, asOf: time(of: people))
    }

    private func section(of source: EvidenceSource) -> Section {
        switch source {
        case .nationalRegister: people
        case .vehicleRegister: vehicle
        case .drivingLicences: licence
        case .enterpriseRegister: enterprise
        case .cardRegister, .otherRegister, .supportingDocument, .declaration: [:]
        }
    }

    private func silence(of section: Section) -> EvidenceGap? {
        switch text(section["status"]) {
        case "down": .sourceUnavailable
        case "forbidden": .sourceNotAuthorised
        case nil, "ok": nil
        case let other?: EvidenceGap(rawValue: other)
        }
    }

    private func time(of section: Section) -> Timestamp {
        let asOf = text(section["as_of"]).map(World.day) ?? day
        return Timestamp(milliseconds: Int64(asOf.daysSinceEpoch) * 86_400_000 + 36_000_000)
    }

    private func consult(_ question: FactQuestion) -> ConsultID {
        let number = UInt64(FactQuestion.allCases.firstIndex(of: question) ?? 0)
        return ConsultID(UUIDv7(at: World.time, random: (number, number)))
    }

    func text(_ value: String??) -> String? { value ?? nil }

    func yesNo(_ value: String??) -> Bool? {
        text(value).flatMap { $0 == "true" ? true : $0 == "false" ? false : nil }
    }

    func finding(_ value: Bool?, _ gap: EvidenceGap = .notPublished) -> Evidence<Bool>.Finding {
        value.map { .known($0) } ?? .unknown(gap)
    }
}
