import ConsultLog
import Facts
import ParkingCards
import TestSupport

/// A random regulation and random findings, with ways to change either.
struct RandomCase {
    private static let lines: [ConditionID: String] = [
        .alive: "{id: rn.alive, ref: R}",
        .resident: "{id: rn.resident, municipality: self, ref: R}",
        .registered: "{id: div.registered, ref: R}",
        .atDisposal: "{id: use.at_disposal, any_of: [{holder: applicant}], ref: R}",
        .category: "{id: div.category, accept: [M1], max_mass_kg: 3500, ref: R}",
        .mayDrive: "{id: licence.may_drive, category: B, not_found: unknown, ref: R}",
        .plateFree: "{id: cards.plate_free, ref: R}",
        .quota: "{id: cards.quota, ref: R}",
    ]

    var conditions: [ConditionID]
    var findings = Findings()

    init(using generator: inout SeededGenerator) {
        conditions = ConditionID.allCases.filter { $0 == .quota || Bool.random(using: &generator) }
        conditions.shuffle(using: &generator)
        for id in ConditionID.allCases {
            set(id, Self.finding(using: &generator))
        }
    }

    private static func finding(
        using generator: inout SeededGenerator
    ) -> Evidence<Bool>.Finding {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: .known(false)
        case 1: .unknown(EvidenceGap.allCases.randomElement(using: &generator) ?? .inconclusive)
        default: .known(true)
        }
    }

    mutating func set(_ id: ConditionID, _ finding: Evidence<Bool>.Finding) {
        let evidence = Evidence(
            finding, consult: ConsultID(UUIDv7(at: World.time, random: (1, 2))), asOf: World.time)
        switch id {
        case .plateFree: findings.isPlateFree = evidence
        case .alive: findings.isAlive = evidence
        case .resident: findings.isResident = evidence
        case .registered: findings.isRegistered = evidence
        case .atDisposal: findings.isHeldByApplicant = evidence
        case .category: findings.isWithinLimits = evidence
        case .mayDrive: findings.mayDrive = evidence
        case .quota:
            switch finding {
            case .known(let hasRoom):
                findings.household = Evidence(
                    .known(true), consult: evidence.consult, asOf: World.time)
                findings.liveCards = Evidence(
                    .known(hasRoom ? 1 : 2), consult: nil, asOf: World.time)
            case .unknown:
                findings.household = evidence
                findings.liveCards = nil
            }
        }
    }

    func decision(language: Language = .nl) throws -> Decision {
        try Regulation(parsing: Array(text.utf8)).decide(
            World.application(language: language), given: findings, on: World.decisionDay,
            rulesAsKnownOn: World.decisionDay)
    }

    private var text: String {
        """
        schema: parking-regulation/0.1
        id: random
        status: DRAFT
        municipality: {nis: "21015", name: {nl: Schaarbeek, fr: Schaerbeek}}
        decided_by: ["1990000134"]
        languages: [nl, fr]
        policy: {refusal: propose, stop_after_definitive_false: false}
        refs: {R: {nl: Reglement, fr: Règlement, confirmed: false}}
        card_types:
          resident:
            label: {nl: Bewonerskaart, fr: Carte}
            quota:
              key: household
              collective_household: person
              max: [{from: 2020-01-01, value: 2, ref: R}]
            tariff: [{from: 2020-01-01, ranks: {1: 28, 2: 120}, ref: R}]
            validity: {options: [P1Y], default: P1Y}
            conditions:

        """
            + conditions.compactMap { Self.lines[$0] }.map { "      - \($0)\n" }.joined()
    }
}
