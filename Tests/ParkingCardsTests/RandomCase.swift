import ConsultLog
import Facts
import ParkingCards
import TestSupport

/// A random regulation and random findings, with ways to change either.
struct RandomCase {
    private static let lines: [ConditionID: String] = [
        .alive: "{id: rn.alive, ref: R}",
        .resident: "{id: rn.resident, municipality: self, registers: [population], ref: R}",
        .householdMember: "{id: rn.household_member, ref: R}",
        .registered: "{id: div.registered, ref: R}",
        .atDisposal: "{id: use.at_disposal, any_of: [{holder: applicant}], ref: R}",
        .category: "{id: div.category, accept: [M1], ref: R}",
        .maximumMass: "{id: div.max_mass, kg: 3500, ref: R}",
        .maximumLength: "{id: div.max_length, m: 5.5, ref: R}",
        .plateKind: "{id: div.plate_kind, exclude: [taxi], ref: R}",
        .adult: "{id: rn.adult, age: 18, ref: R}",
        .enterpriseActive: "{id: kbo.active, ref: R}",
        .establishmentInSector: "{id: kbo.establishment_in_sector, ref: R}",
        .mandate: "{id: mandate.valid, ref: R}",
        .mayDrive: "{id: licence.may_drive, category: B, not_found: unknown, ref: R}",
        .plateFree: "{id: cards.plate_free, ref: R}",
        .quota: "{id: cards.quota, ref: R}",
    ]

    /// The conditions of which regulations are made here.
    static let vocabulary = ConditionID.allCases.filter { lines[$0] != nil }

    var conditions: [ConditionID]
    var findings = Findings()

    init(using generator: inout SeededGenerator) {
        conditions = Self.vocabulary.filter { $0 == .quota || Bool.random(using: &generator) }
        conditions.shuffle(using: &generator)
        for id in Self.vocabulary {
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
        if id == .quota {
            switch finding {
            case .known(let hasRoom):
                findings.counts[.household] = QuotaCount(
                    key: Evidence(.known(true), consult: evidence.consult, asOf: World.time),
                    live: Evidence(.known(hasRoom ? 1 : 2), consult: nil, asOf: World.time))
            case .unknown:
                findings.counts[.household] = QuotaCount(key: evidence, live: nil)
            }
        } else if let question = Self.question(id) {
            findings[question] = evidence
        }
    }

    private static func question(_ id: ConditionID) -> FactQuestion? {
        let questions: [ConditionID: FactQuestion] = [
            .plateFree: .plateIsFree, .alive: .isAlive, .resident: .isResident,
            .householdMember: .isHouseholdMember, .registered: .isRegistered,
            .atDisposal: .isHeldByApplicant, .category: .isOfCategory,
            .maximumMass: .isWithinMass, .maximumLength: .isWithinLength,
            .plateKind: .isOfPlateKind, .adult: .isOldEnough,
            .enterpriseActive: .enterpriseIsActive,
            .establishmentInSector: .establishmentIsInSector, .mandate: .hasMandate,
            .mayDrive: .mayDrive,
        ]
        return questions[id]
    }

    /// A regulation without texts for letters.
    static func regulation() throws -> Regulation {
        var generator = SeededGenerator(seed: 0)
        return try Regulation(parsing: Array(RandomCase(using: &generator).text.utf8))
    }

    /// A decision under a regulation, whatever it says.
    static func decided(under regulation: Regulation) throws -> Decision {
        try regulation.decide(
            DecisionInputs(
                municipality: regulation.municipality, cardType: .resident,
                appliedOn: World.decisionDay, decidedOn: World.decisionDay,
                knownOn: World.decisionDay, language: .nl, findings: Findings()))
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
        operator: {kind: own}
        languages: [nl, fr]
        law_at: decision
        sectors: {mode: whole_municipality}
        policy:
          refusal: propose
          grant: automatic
          reservation_ttl: P15D
          stop_after_definitive_false: false
        refs: {R: {nl: Reglement, fr: Règlement, confirmed: false}}
        card_types:
          resident:
            label: {nl: Bewonerskaart, fr: Carte}
            holder: person
            renewal: {mode: automatic, window: P30D, grace: P30D, notify: []}
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
