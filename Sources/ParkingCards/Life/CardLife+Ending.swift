import ConsultLog
import Facts

extension CardLife {
    /// Something was sent to the holder; that it arrived is proven later.
    mutating func notify(
        _ notice: CardNotice, by actor: CardActor, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard notice.sentOn <= moment.day, notice.sentOn >= receivedOn else { throw .wrongDay }
        notices.append(notice)
        return CardStepResult(
            CardEvent(
                .noticeSent, at: moment, by: actor,
                ["notice": notice.kind.rawValue, "channel": notice.channel.rawValue]))
    }

    /// It is proven that a notice arrived.
    mutating func deliver(
        _ id: UUIDv7, _ delivery: CardNotice.Delivery, by actor: CardActor, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard let index = notices.firstIndex(where: { $0.id == id }) else { throw .unknownNotice }
        guard notices[index].delivery == nil else { throw .alreadyDelivered }
        guard delivery.on <= moment.day, delivery.on >= notices[index].sentOn else {
            throw .wrongDay
        }
        notices[index].delivery = delivery
        return CardStepResult(
            CardEvent(
                .noticeDelivered, at: moment, by: actor,
                ["notice": notices[index].kind.rawValue]))
    }

    /// Whether it is proven that the holder was told.
    public func isNotified(of kind: CardNotice.Kind) -> Bool {
        notices.contains { $0.kind == kind && $0.delivery != nil }
    }

    /// A register event will end the card: the holder has time to answer.
    mutating func announceRevocation(
        for event: RegisterEvent, under rules: LifeRules, by actor: CardActor, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .active = state else { throw wrongState() }
        let day = moment.day.adding(days: rules.warning.days)
        state = .revocationAnnounced(event, from: day)
        return CardStepResult(
            CardEvent(
                .revocationAnnounced, at: moment, by: actor,
                ["event": event.rawValue, "from": day.text]))
    }

    /// The event was an error, or the holder repaired it.
    mutating func liftRevocation(
        by official: OfficialCode, because reason: CardReason, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .revocationAnnounced = state else { throw wrongState() }
        state = .active
        return CardStepResult(
            CardEvent(.revocationLifted, at: moment, by: .official(official), because: reason))
    }

    /// An official ends the card once the time of the warning is over, and it is proven that the
    /// holder was warned; the dead are not written to.
    mutating func revoke(
        by official: OfficialCode, because reason: CardReason?, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .revocationAnnounced(let event, let day) = state else { throw wrongState() }
        guard moment.day >= day else { throw .warningNotOver(until: day) }
        guard event == .death || isNotified(of: .revocation) else { throw .warningNotDelivered }
        close(.revoked(event), on: moment.day)
        return CardStepResult(
            CardEvent(
                .revoked, at: moment, by: .official(official), because: reason,
                ["event": event.rawValue]),
            .release)
    }
}
