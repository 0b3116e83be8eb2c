import AccessRights
import Facts
import Testing

@Suite("The life of an authorisation")
struct LifeCycleTests {
    private let day: CalendarDate
    private let terms: Authorisation

    init() throws {
        day = try Examples.day("2026-06-01")
        terms = try RightsExamples.authorisation()
    }

    private func history(_ changes: [RightsChange]) throws -> RightsHistory {
        try RightsHistory(replaying: changes)
    }

    private func state(_ history: RightsHistory, on day: CalendarDate? = nil) -> RightsState? {
        history[terms.id]?.state(on: day ?? self.day)
    }

    @Test("it is drafted, submitted, approved, suspended, resumed and revoked")
    func wholeLife() throws {
        var history = RightsHistory()
        let steps: [(RightsStep, RightsActor, RightsState)] = [
            (.draft, RightsExamples.dpo, .draft), (.submit, RightsExamples.dpo, .submitted),
            (.approve, RightsExamples.commission, .active),
            (.suspend, RightsExamples.dpo, .suspended),
            (.resume, RightsExamples.commission, .active),
            (.revoke, RightsExamples.dpo, .revoked),
        ]
        for (index, (step, actor, expected)) in steps.enumerated() {
            let change = try RightsExamples.change(step, terms, by: actor, at: Int64(index))
            #expect(history.append(change) == nil, "\(step)")
            #expect(state(history) == expected)
            #expect(history.rights(on: day).authorisations.isEmpty == (expected != .active))
        }
    }

    @Test("approved before its first day, expired after its last, by the date alone")
    func dates() throws {
        let history = try history(RightsExamples.approved(terms))
        #expect(state(history, on: try Examples.day("2025-12-31")) == .approved)
        #expect(state(history, on: try Examples.day("2026-12-31")) == .active)
        #expect(state(history, on: try Examples.day("2027-01-01")) == .expired)
        let late = try RightsExamples.change(
            .suspend, terms, by: RightsExamples.dpo, at: 9, from: "2027-01-01")
        #expect(history.refusal(of: late) == .expired)
    }

    private static let (anna, bert) = (
        "official:" + String(repeating: "a", count: 32),
        "official:" + String(repeating: "b", count: 32)
    )
    private static let (desk, console, board) = (
        "application:1990000134:desk", "application:1990000134:console",
        "application:1990000233:board"
    )
    private static let (root, carl) = (
        "user:" + String(repeating: "0", count: 32), "user:" + String(repeating: "c", count: 32)
    )

    @Test(
        "only who is surely another person approves: two officials, two users who logged in, or two organisations' applications",
        arguments: [
            (anna, bert, false), (anna, anna, true), (root, carl, false), (carl, carl, true),
            (desk, board, false), (desk, console, true), (desk, desk, true),
            (anna, board, true), (anna, "machine", true), (anna, carl, true),
            (desk, anna, true), (desk, carl, true), (desk, "machine", true),
            ("machine", anna, true), ("machine", carl, true), ("machine", board, true),
            ("machine", "machine", true), (carl, anna, true),
        ])
    func secondPair(_ drafter: String, _ approver: String, _ isRefused: Bool) throws {
        let drafting = try RightsActor(parsing: drafter)
        #expect(drafting.text == drafter)
        let history = try history([
            RightsExamples.change(.draft, terms, by: drafting, at: 1),
            RightsExamples.change(.submit, terms, by: drafting, at: 2),
        ])
        let approval = try RightsExamples.change(
            .approve, terms, by: RightsActor(parsing: approver), at: 3)
        #expect((history.refusal(of: approval) == .fourEyes) == isRefused)
    }

    @Test("what the machine drafted is approved once officials wrote it down and submitted it")
    func takenOver() throws {
        let (anna, bert) = (
            try RightsActor(parsing: Self.anna), try RightsActor(parsing: Self.bert)
        )
        let changed = try RightsExamples.authorisation { $0.attributes = [.personName] }
        var history = try history([
            RightsExamples.change(.draft, terms, by: .machine, at: 1),
            RightsExamples.change(.draft, changed, by: anna, at: 2),
        ])
        let byMachine = try RightsExamples.change(.submit, changed, by: .machine, at: 3)
        let approval = try RightsExamples.change(.approve, changed, by: bert, at: 4)
        var other = history
        #expect(other.append(byMachine) == nil)
        #expect(other.refusal(of: approval) == .fourEyes)
        #expect(
            history.append(try RightsExamples.change(.submit, changed, by: anna, at: 3)) == nil)
        #expect(history.append(approval) == nil)
    }

    @Test(
        "what is written otherwise is no actor",
        arguments: [
            "", "official", "official:anna", "official:" + String(repeating: "A", count: 32),
            "application:desk", "application:1:desk", "machine:1", "configuration:", "unix:1000",
        ])
    func noActor(_ text: String) {
        #expect(throws: InvalidName.self) { try RightsActor(parsing: text) }
    }

    @Test(
        "whoever drafted, changed or submitted cannot approve",
        arguments: [(0, 0, 0), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 0, 1), (0, 0, 1)])
    func fourEyes(_ hands: (first: Int, changer: Int, submitter: Int)) throws {
        let actors = [RightsExamples.dpo, RightsExamples.other]
        let changed = try RightsExamples.authorisation { $0.attributes = [.personName] }
        var history = try history([
            RightsExamples.change(.draft, terms, by: actors[hands.first], at: 1),
            RightsExamples.change(.draft, changed, by: actors[hands.changer], at: 2),
            RightsExamples.change(.submit, changed, by: actors[hands.submitter], at: 3),
        ])
        for index in actors.indices {
            let change = try RightsExamples.change(.approve, changed, by: actors[index], at: 4)
            let hasHand = [hands.first, hands.changer, hands.submitter].contains(index)
            #expect((history.refusal(of: change) == .fourEyes) == hasHand)
        }
        let approval = try RightsExamples.change(
            .approve, changed, by: RightsExamples.commission, at: 4)
        #expect(history.append(approval) == nil)
    }

    @Test("a new version follows the old one from its day on, and not before")
    func versions() throws {
        let second = try RightsExamples.authorisation { $0.attributes = [.personName] }
        let history = try history(
            RightsExamples.approved(terms)
                + RightsExamples.approved(second, from: "2026-07-01", at: 10))
        let before = try Examples.day("2026-06-30")
        #expect(history.rights(on: before).authorisations == [terms])
        let first = try Examples.day("2026-07-01")
        #expect(history.rights(on: first).authorisations == [second])
        #expect(history.nextTurn(after: before) == first)
        #expect(history.nextTurn(after: first) == nil)
    }

    @Test("an end that is planned is an end from its day on, and cannot be undone by resuming")
    func plannedEnd() throws {
        var history = try history(
            RightsExamples.approved(terms) + [
                RightsExamples.change(
                    .revoke, terms, by: RightsExamples.dpo, at: 10, from: "2026-08-01"),
                RightsExamples.change(
                    .suspend, terms, by: RightsExamples.dpo, at: 11, from: "2026-06-01"),
            ])
        let last = try Examples.day("2026-07-31")
        #expect(state(history) == .suspended)
        let resumed = try RightsExamples.change(
            .resume, terms, by: RightsExamples.commission, at: 12, from: "2026-06-15")
        #expect(history.append(resumed) == nil)
        #expect(state(history, on: last) == .active)
        #expect(state(history, on: last.adding(days: 1)) == .revoked)
        let sooner = try RightsExamples.change(
            .revoke, terms, by: RightsExamples.dpo, at: 13, from: "2026-06-20")
        #expect(history.append(sooner) == nil)
        #expect(state(history, on: last) == .revoked)
        let draft = try RightsExamples.change(
            .draft, RightsExamples.authorisation { $0.attributes = [.personName] },
            by: RightsExamples.dpo, at: 14)
        #expect(history.refusal(of: draft) == .revoked)
    }

    @Test("only the configuration adopts, and only what has no history")
    func adoption() throws {
        let history = RightsHistory()
        let adopted = try RightsExamples.change(.adopt, terms, by: .configuration, at: 1)
        #expect(history.refusal(of: adopted) == nil)
        let foreign = try RightsExamples.change(.adopt, terms, by: RightsExamples.dpo, at: 1)
        #expect(history.refusal(of: foreign) == .notByConfiguration)
        let known = try self.history([adopted])
        #expect(known.refusal(of: adopted) == .alreadyKnown)
        #expect(state(known) == .active)
    }

    @Test("every other step is refused with its reason")
    func illegalSteps() throws {
        let second = try RightsExamples.authorisation { $0.attributes = [.personName] }
        let draft = try RightsExamples.change(.draft, terms, by: RightsExamples.dpo, at: 1)
        let submit = try RightsExamples.change(.submit, terms, by: RightsExamples.dpo, at: 2)
        let approved = try RightsExamples.approved(terms)
        let situations: [([RightsChange], RightsStep, Authorisation, StepRefusal)] = [
            ([], .submit, terms, .unknown), ([], .approve, terms, .unknown),
            ([], .revoke, terms, .unknown),
            ([draft], .draft, terms, .unchanged), ([draft], .approve, terms, .notFrom(.draft)),
            ([draft], .submit, second, .otherVersion), ([draft], .suspend, terms, .notFrom(.draft)),
            ([draft, submit], .submit, terms, .notFrom(.submitted)),
            ([draft, submit], .approve, second, .otherVersion),
            ([draft, submit], .resume, terms, .notFrom(.submitted)),
            (approved, .approve, terms, .notFrom(.active)),
            (approved, .resume, terms, .notFrom(.active)),
            (approved, .draft, terms, .unchanged), (approved, .revoke, second, .otherVersion),
        ]
        for (changes, step, about, expected) in situations {
            let history = try history(changes)
            let change = try RightsExamples.change(
                step, about, by: RightsExamples.commission, at: 50)
            #expect(history.refusal(of: change) == expected, "\(step) after \(changes.count)")
        }
        let early = try RightsExamples.change(.submit, terms, by: RightsExamples.dpo, at: 0)
        #expect(try history([draft]).refusal(of: early) == .outOfOrder)
    }
}
