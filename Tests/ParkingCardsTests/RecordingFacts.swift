import Facts
import Gateway
import ParkingCards
import Testing

/// Stands on the border: asks the gateway, and notes all that comes back.
actor RecordingFacts: FactChecker {
    private let facts: GatewayFactChecker
    private(set) var crossings: [Crossing] = []
    private(set) var asked: Set<FactQuestion> = []
    /// The days that crossed, each by the one question that may be answered with one.
    private(set) var days: [CalendarDate] = []

    init(_ facts: GatewayFactChecker) { self.facts = facts }

    func answer(_ question: FactQuestion, _ query: FactQuery) async -> Evidence<Bool> {
        asked.insert(question)
        return note(await facts.answer(question, query)) { [.answer($0)] }
    }

    func household(
        of person: SSIN, for municipality: NISCode
    ) async -> Evidence<HouseholdPseudonyms> {
        note(await facts.household(of: person, for: municipality)) { household in
            // A part that somebody adds must be looked at here.
            #expect(
                MemoryLayout<HouseholdPseudonyms>.size
                    == MemoryLayout<(Pseudonym, Set<Pseudonym>, Set<Pseudonym>, Bool?)>.size)
            return [.pseudonym(household.holder)] + household.own.map { .pseudonym($0) }
                + household.members.map { .pseudonym($0) }
                + (household.isCollective.map { [.answer($0)] } ?? [])
        }
    }

    func slot(_ key: QuotaKey, of application: CardApplication) async -> Evidence<Pseudonym> {
        note(await facts.slot(key, of: application)) { [.pseudonym($0)] }
    }

    func sector(
        of application: CardApplication, among sectors: [Sector]
    ) async -> Evidence<SectorID> {
        note(await facts.sector(of: application, among: sectors)) { sector in
            #expect(sectors.contains { $0.id == sector })
            return [.sector(sector)]
        }
    }

    func registeredSince(_ person: SSIN) async -> Evidence<CalendarDate> {
        let evidence = note(await facts.registeredSince(person)) { [.day($0)] }
        if let day = evidence.value { days.append(day) }
        return evidence
    }

    private func note<Value>(
        _ evidence: Evidence<Value>, _ known: (Value) -> [Crossing]
    ) -> Evidence<Value> {
        let parts = Mirror(reflecting: evidence).children.compactMap(\.label)
        #expect(parts == ["finding", "consult", "asOf", "basis"])
        switch evidence.finding {
        case .known(let value): crossings += known(value)
        case .unknown(let gap): crossings.append(.gap(gap))
        }
        crossings += (evidence.consult.map { [.consult($0)] } ?? []) + [.time(evidence.asOf)]
        #expect(evidence.basis == .source)
        return evidence
    }
}
