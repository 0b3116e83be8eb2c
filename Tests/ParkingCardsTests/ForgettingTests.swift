import Facts
import ParkingCards
import Testing

@Suite("What is not known decides nothing")
struct ForgettingTests {
    @Test(
        "forgetting an answer never grants what was refused, nor refuses what was granted",
        arguments: try Scenario.all())
    func forgetting(_ scenario: Scenario) async throws {
        guard scenario.expected != ["none"] else { return }
        let regulation = try World.regulation(scenario.regulation)
        let (decision, inputs) = try await scenario.run(under: regulation, World.region())
        for (question, evidence) in inputs.findings.answers {
            for gap in [EvidenceGap.sourceUnavailable, .sourceNotAuthorised, .sourceStale] {
                var forgetful = inputs
                forgetful.findings[question] = Evidence(
                    .unknown(gap), consult: evidence.consult, asOf: evidence.asOf)
                let after = try regulation.decide(forgetful).outcome.word
                switch decision.outcome {
                case .granted: #expect(after != "refusalProposed", "\(question) \(gap)")
                case .refusalProposed: #expect(after != "granted", "\(question) \(gap)")
                case .undetermined: #expect(after != "granted", "\(question) \(gap)")
                }
            }
        }
    }

    @Test(
        "forgetting a count never grants what was refused, nor refuses what was granted",
        arguments: try Scenario.all())
    func counts(_ scenario: Scenario) async throws {
        guard scenario.expected != ["none"] else { return }
        let regulation = try World.regulation(scenario.regulation)
        let (decision, inputs) = try await scenario.run(under: regulation, World.region())
        for changed in Self.forgetful(inputs) {
            let after = try regulation.decide(changed).outcome.word
            switch decision.outcome {
            case .granted: #expect(after != "refusalProposed")
            case .refusalProposed, .undetermined: #expect(after != "granted")
            }
        }
    }

    /// The same inputs without one of the counts, the staff, the sector or the day of registration.
    private static func forgetful(_ inputs: DecisionInputs) -> [DecisionInputs] {
        var all: [DecisionInputs] = []
        func add(_ change: (inout Findings) -> Void) {
            var changed = inputs
            change(&changed.findings)
            if changed != inputs { all.append(changed) }
        }
        func silent<Value>(_ evidence: Evidence<Value>?) -> Evidence<Value>? {
            evidence.map {
                Evidence(.unknown(.sourceUnavailable), consult: $0.consult, asOf: $0.asOf)
            }
        }
        for (key, count) in inputs.findings.counts {
            add { $0.counts[key] = QuotaCount(key: count.key, live: silent(count.live)) }
            add { $0.counts[key] = QuotaCount(key: silent(count.key), live: nil) }
        }
        add { $0.municipalCards = silent($0.municipalCards) }
        add { $0.staff = silent($0.staff) }
        add { $0.sector = silent($0.sector) }
        add { $0.registeredSince = silent($0.registeredSince) }
        return all
    }

    @Test(
        "the silence of every source refuses nothing and grants nothing", arguments: World.samples)
    func silence(_ sample: String) async throws {
        let regulation = try World.regulation(sample)
        for scenario in try Scenario.all() where scenario.regulation == sample {
            guard scenario.expected != ["none"] else { continue }
            var (_, inputs) = try await scenario.run(under: regulation, World.region())
            for (question, evidence) in inputs.findings.answers
            where question != .plateIsFree && evidence.basis == .source {
                inputs.findings[question] = Evidence(
                    .unknown(.sourceUnavailable), consult: evidence.consult, asOf: evidence.asOf)
            }
            let outcome = try regulation.decide(inputs).outcome
            if case .granted = outcome { #expect(!inputs.documents.isEmpty, "\(scenario.name)") }
            if case .refusalProposed(let reasons) = outcome {
                // What our own register and the application itself tell.
                let own: Set<String> = [
                    "QUOTA_EXCEEDED", "PLATE_HAS_CARD", "MUNICIPAL_CAP_REACHED", "STAFF_COUNT",
                    "TOO_MANY_PLATES", "APPLICATION_WINDOW",
                ]
                #expect(Set(reasons.map(\.code)).isSubset(of: own), "\(scenario.name)")
            }
        }
    }

    @Test("an application dated after the decision counts as made on its day")
    func future() async throws {
        let application = CardApplication(
            municipality: World.schaerbeek, cardType: .resident, applicant: try World.applicant(),
            plate: World.plate, appliedOn: World.day("2099-01-01"), language: .fr)
        let inputs = DecisionInputs(
            application, decidedOn: World.decisionDay, knownOn: World.decisionDay,
            findings: Findings())
        #expect(inputs.appliedOn == World.decisionDay)
    }
}
