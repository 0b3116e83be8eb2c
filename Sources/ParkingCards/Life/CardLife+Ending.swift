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
        announcement = RevocationAnnouncement(on: moment.day, earlierNotices: notices.count)
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
        announcement = nil
        return CardStepResult(
            CardEvent(.revocationLifted, at: moment, by: .official(official), because: reason))
    }

    /// The day on which the notice of the announcement that stands is proven to have arrived.
    private func warnedOn(under rules: LifeRules, from day: CalendarDate) -> CalendarDate? {
        let announced = announcement?.on ?? day.adding(days: -rules.warning.days)
        return notices.dropFirst(announcement?.earlierNotices ?? 0)
            .filter { $0.kind == .revocation && $0.sentOn >= announced }
            .compactMap { $0.delivery?.on }.min()
    }

    /// An official ends the card once it is proven that the holder was warned and the time of the
    /// warning is over since; the dead are not written to.
    ///
    /// - Parameter isDead: whether the register says so, where a death is the reason.
    mutating func revoke(
        by official: OfficialCode, because reason: CardReason?, isDead: Bool = false,
        under rules: LifeRules, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .revocationAnnounced(let event, let day) = state else { throw wrongState() }
        guard moment.day >= day else { throw .warningNotOver(until: day) }
        if event != .death || !isDead {
            guard let warned = warnedOn(under: rules, from: day) else {
                throw .warningNotDelivered
            }
            let over = warned.adding(days: rules.warning.days)
            guard moment.day >= over else { throw .warningNotOver(until: over) }
        }
        return try end(for: event, by: official, because: reason, at: moment)
    }

    /// Ends whatever is still open of the card, whose chain is revoked.
    mutating func end(
        for event: RegisterEvent, by official: OfficialCode, because reason: CardReason?,
        at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard !state.isClosed else { throw wrongState() }
        close(.revoked(event), on: moment.day)
        return CardStepResult(
            CardEvent(
                .revoked, at: moment, by: .official(official), because: reason,
                ["event": event.rawValue]),
            .release)
    }
}
