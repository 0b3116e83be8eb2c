import AccessRights
import Facts

extension RightsHistory {
    /// The change that an order would make now, or why it can make none.
    func change(
        by order: RightsOrder, for actor: RightsActor, recorded record: StepRecord,
        at now: Timestamp, on today: CalendarDate
    ) -> Result<RightsChange, StepRefusal> {
        // A clock that was set back must not keep a right from ending.
        let known = changes.last.map { max($0.known, now) } ?? now
        let change: RightsChange
        if let terms = order.terms {
            change = RightsChange(
                order.step, terms, by: actor, known: known, validFrom: order.validFrom ?? today,
                recorded: record)
        } else {
            guard let life = self[order.authorisation] else { return .failure(.unknown) }
            guard let subject = life.subject(of: order.step, on: order.validFrom ?? today) else {
                // A draft that was revoked has no terms any more.
                return .failure(life.revokedFrom == nil ? .unknown : .revoked)
            }
            if order.step == .approve, order.version == nil {
                return .failure(.termsNotNamed(subject.hash))
            }
            change = RightsChange(
                order.step, of: order.authorisation, version: order.version ?? subject.hash,
                by: actor, known: known,
                validFrom: order.validFrom ?? Self.firstDay(of: order.step, subject, today),
                recorded: record)
        }
        return refusal(of: change).map { .failure($0) } ?? .success(change)
    }

    private static func firstDay(
        of step: RightsStep, _ subject: Authorisation, _ today: CalendarDate
    ) -> CalendarDate {
        step == .approve ? max(today, subject.firstDay) : today
    }
}

extension AuthorisationLife {
    /// The terms that a step would be about.
    fileprivate func subject(of step: RightsStep, on day: CalendarDate) -> Authorisation? {
        switch step {
        case .submit, .approve: pending?.terms ?? terms(on: day)
        case .draft, .adopt, .suspend, .resume, .revoke: terms(on: day)
        }
    }
}
