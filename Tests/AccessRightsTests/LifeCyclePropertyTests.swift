import AccessRights
import Facts
import TestSupport
import Testing

@Suite("Properties of histories")
struct LifeCyclePropertyTests {
    /// A history of random steps; most of them are refused.
    private func history(_ random: inout SeededGenerator) throws -> RightsHistory {
        var history = RightsHistory()
        let actors = [RightsExamples.dpo, RightsExamples.other, RightsExamples.commission]
        let versions = try (0..<6).map { index in
            try RightsExamples.authorisation("right-\(index % 2)") {
                $0.attributes = [[.personName], [.personSex], [.personBirthDate]][index / 2]
            }
        }
        for instant in 0..<120 {
            let step = RightsStep.allCases[Int.random(in: 0..<6, using: &random)]
            let change = try RightsExamples.change(
                step, versions[Int.random(in: 0..<6, using: &random)],
                by: actors[Int.random(in: 0..<3, using: &random)], at: Int64(instant / 2),
                from: "2026-06-0\(Int.random(in: 1...9, using: &random))")
            _ = history.append(change)
        }
        return history
    }

    private var days: [CalendarDate] {
        get throws { try (1...9).map { try Examples.day("2026-06-0\($0)") } }
    }

    @Test("replaying gives the same history", arguments: UInt64(0)..<40)
    func replay(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let history = try history(&random)
        let again = try RightsHistory(replaying: history.changes)
        #expect(again.authorisations == history.authorisations)
        #expect(again.revision == history.revision)
    }

    @Test(
        "the order in which different authorisations change does not matter",
        arguments: UInt64(0)..<40)
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let history = try history(&random)
        // Changes at one instant to different authorisations trade places.
        let sorted = history.changes.sorted {
            ($0.known, $0.authorisation) < ($1.known, $1.authorisation)
        }
        let other = try RightsHistory(replaying: sorted)
        for day in try days {
            #expect(
                other.rights(on: day).authorisations == history.rights(on: day).authorisations)
        }
    }

    @Test("what was known then does not change by what is known later", arguments: UInt64(0)..<40)
    func asKnownThen(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let history = try history(&random)
        var growing = RightsHistory()
        for (index, change) in history.changes.enumerated() {
            _ = growing.append(change)
            let next = history.changes.dropFirst(index + 1).first
            if let next, next.known == change.known { continue }
            for day in try days {
                #expect(
                    history.rights(on: day, knownAt: change.known).authorisations
                        == growing.rights(on: day).authorisations)
            }
        }
    }

    @Test("nobody approves alone, and what is not active gives nothing", arguments: UInt64(0)..<40)
    func oversight(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let history = try history(&random)
        for life in history.authorisations {
            var hands: Set<RightsActor> = []
            for change in life.changes {
                switch change.step {
                case .draft, .submit: hands.insert(change.actor)
                case .approve:
                    #expect(!hands.contains(change.actor))
                    hands = []
                case .suspend, .resume, .revoke, .adopt: break
                }
            }
            for day in try days {
                let isGiven = history.rights(on: day).authorisations.contains { $0.id == life.id }
                #expect(isGiven == (life.state(on: day) == .active))
            }
        }
    }

    @Test("a turn is announced: between two turns nothing changes", arguments: UInt64(0)..<20)
    func turns(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let history = try history(&random)
        for (day, next) in zip(try days, try days.dropFirst())
        where history.nextTurn(after: day).map({ $0 > next }) ?? true {
            #expect(
                history.rights(on: day).authorisations == history.rights(on: next).authorisations)
        }
    }
}
