import Facts
import Gateway
import ParkingCards
import Testing

extension Scenario {
    var application: CardApplication {
        get throws {
            let isEnterprise = type != .resident && type != .visitor
            let hasFunction = situation.text(situation.enterprise["function"]) != nil
            return CardApplication(
                municipality: try World.municipality(of: regulation), cardType: type,
                applicant: try World.applicant(),
                enterprise: isEnterprise || hasFunction ? try World.employer() : nil,
                establishment: isEnterprise ? try World.establishment() : nil,
                householdOf: namesHousehold ? try World.relative() : nil, plate: World.plate,
                furtherPlates: (0..<furtherPlates).map { World.plate("1FUR00\($0)") },
                documents: documents, declarations: declarations, term: term, appliedOn: applied,
                renewal: renewal, language: .nl)
        }
    }

    /// Decides under a regulation, and gives the stored inputs with it.
    func run(
        under regulation: Regulation, _ region: RegionalFrame
    ) async throws -> (decision: Decision, inputs: DecisionInputs) {
        let storage = MemoryCardStorage()
        for (index, card) in cards.enumerated() {
            let holder: Pseudonym =
                switch (card["of"], card["hh"]) {
                case ("holder", _): World.holder
                case ("formerly", _): World.formerly
                case (_, "H1"): World.spouse
                default: World.neighbour
                }
            let recorded = await storage.record(
                World.card(
                    UInt64(index), of: holder,
                    plate: card["plate"] == "same"
                        ? World.plate : World.plate("1CAR\(100 + index)"),
                    type: type, in: regulation.municipality),
                within: CardQuota(of: 100, together: []))
            guard case .recorded = recorded else { throw Impossible() }
        }
        let assessor = Assessor(
            regulations: [regulation.municipality: regulation], regions: [region], facts: situation,
            cards: storage, census: ScriptedCensus(cards: cards, others: otherCards))
        return try await assessor.explore(application, on: decided, at: World.time)
    }

    struct Impossible: Error {}

    /// What is not as expected, under a regulation; an expectation of `none` is that there is no
    /// such card on that day.
    func surprises(under regulation: Regulation, _ region: RegionalFrame) async throws -> [String] {
        do {
            let decision = try await run(under: regulation, region).decision
            return expected == ["none"] ? ["a decision"] : surprises(in: decision)
        } catch AssessmentFailure.noRuleInForce {
            return expected == ["none"] ? [] : ["no rule in force"]
        }
    }

    /// What of the expectation the decision does not meet; empty when all is as expected.
    func surprises(in decision: Decision) -> [String] {
        let codes = decision.reasons.map(\.code)
        var surprises: [String] = []
        var wanted: Set<String> = []
        for word in expected {
            let parts = word.split(separator: "=").map(String.init)
            if parts.count == 2 {
                if value(parts[0], of: decision) != parts[1] { surprises.append(word) }
            } else if word.hasPrefix("!") {
                if decision.notices.map(\.code).contains(String(word.dropFirst())) {
                    surprises.append(word)
                }
            } else if word.hasPrefix("NOTICE_") {
                if !decision.notices.map(\.code).contains(word) { surprises.append(word) }
            } else if word == word.uppercased() {
                wanted.insert(word)
            } else if !isOutcome(word, of: decision) {
                surprises.append(word)
            }
        }
        if Set(codes) != wanted { surprises.append("reasons \(codes)") }
        return surprises
    }

    private func isOutcome(_ word: String, of decision: Decision) -> Bool {
        if let variant = CardVariant(rawValue: word) {
            return entitlement(decision)?.variant == variant
        }
        return decision.outcome.word == (word == "refused" ? "refusalProposed" : word)
    }

    private func entitlement(_ decision: Decision) -> Entitlement? {
        if case .granted(let entitlement) = decision.outcome { entitlement } else { nil }
    }

    private func value(_ name: String, of decision: Decision) -> String? {
        let entitlement = entitlement(decision)
        switch name {
        case "rank": return entitlement.map { String($0.rank) }
        case "eur":
            return entitlement.map { $0.amount.text.replacing(".00", with: "") }
        case "billing": return entitlement?.billing.rawValue
        case "until": return entitlement?.validity.until.text
        case "validity":
            return Term(parsing: expectedTerm ?? "").flatMap { term in
                let end = decided.adding(months: term.months).adding(days: -1)
                return entitlement?.validity.until == end ? expectedTerm : nil
            }
        case "visits": return entitlement?.allowance.map { String($0.visits) }
        case "free": return entitlement?.allowance.map { String($0.free) }
        case "minutes": return entitlement?.allowance.map { String($0.unit.minutes) }
        case "sector": return entitlement?.sector?.text
        case "step": return decision.nextStep.rawValue
        case "due": return decision.due?.text
        case "max":
            let text = decision.reasons.first?.text(in: .nl) ?? ""
            return text.split(separator: " ").first { Int($0) != nil && text.contains("van \($0)") }
                .map(String.init)
        default: return nil
        }
    }

    private var expectedTerm: String? {
        expected.first { $0.hasPrefix("validity=") }.map { String($0.dropFirst(9)) }
    }
}
