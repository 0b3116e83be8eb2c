import AccessRights
import ConsultLog
import Facts

/// What the gateway writes into the log, in the log's own terms.
enum ConsultEntries {
    /// The intent to look up.
    static func asked(_ question: Question, in consult: PermittedConsult) -> EntryDraft {
        let asked = Asked(
            request: consult.context.logged(
                consult.grant.wish, attributes: question.attributes,
                retention: consult.grant.retention),
            authorisation: consult.grant.authorisation, operation: question.operation)
        return EntryDraft(
            consult: consult.id, ordinal: question.ordinal, body: .asked(asked),
            confidences: Confidences(
                subject: question.subject, official: consult.context.caller.official,
                dossier: consult.context.dossier))
    }

    /// How a look-up ended, and everybody else whom the answer names.
    static func answered<Value>(
        _ reply: SourceReply<Kept<Value>>, to asked: AppendedEntry, _ question: Question,
        in consult: PermittedConsult
    ) -> [EntryDraft] {
        func answered(_ role: SubjectRole) -> EntryBody {
            .answered(
                Answered(
                    asked: asked.asAsked, outcome: OutcomeClass(reply.finding), role: role,
                    ticket: reply.ticket, retention: consult.grant.retention))
        }
        var stated: StatedOutcome?
        var listed: [Subject] = []
        if case .found(let kept) = reply.finding {
            stated = kept.stated
            listed = kept.listed.filter { $0 != question.subject }
        }
        let own = EntryDraft(
            consult: consult.id, ordinal: question.ordinal, body: answered(.consulted),
            confidences: Confidences(received: reply.received, stated: stated))
        // The look-ups of one consult have small ordinals; whom an answer names comes far behind.
        let others = listed.enumerated().map { index, subject in
            EntryDraft(
                consult: consult.id, ordinal: 1000 * question.ordinal + index,
                body: answered(.listed),
                confidences: Confidences(subject: subject, received: reply.received))
        }
        return [own] + others
    }

    /// That a look-up had no answer.
    static func failed(
        _ failure: SourceFailure, to asked: AppendedEntry, _ question: Question,
        in consult: PermittedConsult
    ) -> [EntryDraft] {
        let answered = Answered(
            asked: asked.asAsked, outcome: OutcomeClass(failure),
            retention: consult.grant.retention)
        return [
            EntryDraft(consult: consult.id, ordinal: question.ordinal, body: .answered(answered))
        ]
    }

    /// That nobody was asked, and why: one entry for each subject.
    static func refused(
        _ refusal: Refusal, _ wish: AccessRequest.Wish, about subjects: [Subject],
        in context: ConsultContext, _ id: ConsultID
    ) -> [EntryDraft] {
        let refused = Refused(
            request: context.logged(wish, attributes: [], retention: .standard),
            refusal: refusal)
        return subjects.enumerated().map { index, subject in
            EntryDraft(
                consult: id, ordinal: index + 1, body: .refused(refused),
                confidences: Confidences(
                    subject: subject, official: context.caller.official,
                    dossier: context.dossier))
        }
    }
}

extension ConsultContext {
    /// Who asked for what, and why. `attributes` are those that a verification rests on.
    fileprivate func logged(
        _ wish: AccessRequest.Wish, attributes: Set<AttributeID>, retention: RetentionClass
    ) -> LoggedRequest {
        let verification: VerificationID?
        let wanted: Set<AttributeID>
        switch wish {
        case .attributes(let asked): (verification, wanted) = (nil, asked)
        case .verification(let id): (verification, wanted) = (id, attributes)
        case .reference: (verification, wanted) = (nil, [])
        }
        return LoggedRequest(
            organisation: caller.organisation, application: caller.application, purpose: purpose,
            attributes: wanted, verification: verification, trace: trace, retention: retention)
    }
}
