import AccessRights
import ConsultLog
import Facts

/// The entries of a consult as the gateway writes them: the subject boxed in the
/// intent; what was received and the answer to a verification in the outcome.
struct LogDrafts: Sendable {
    private let intent: Asked
    private let subject: Subject
    private let received: Set<InformationType> = ["000", "010", "020"]

    init() throws {
        let request = LoggedRequest(
            organisation: try EnterpriseNumber(base: 19_900_001),
            application: try ApplicationID(parsing: "counter"),
            purpose: try PurposeID(parsing: "permits"), attributes: [.personName],
            retention: try RetentionClass(parsing: "ten-years"))
        intent = Asked(
            request: request,
            authorisation: AuthorisationReference(
                id: try AuthorisationID(parsing: "benchmark"),
                hash: AuthorisationHash(bytes: Array(0..<32))),
            operation: .person)
        // Sequence numbers from 900 are never given out: this is nobody.
        subject = .person(
            try SSIN(birth: .full(CalendarDate(parsing: "1980-03-14")), sequence: 901))
    }

    func asked(in consult: ConsultID, about subject: Subject? = nil) -> EntryDraft {
        EntryDraft(
            consult: consult, body: .asked(intent),
            confidences: Confidences(subject: subject ?? self.subject))
    }

    func answered(in consult: ConsultID, to asked: AppendedEntry) -> EntryDraft {
        EntryDraft(
            consult: consult,
            body: .answered(
                Answered(
                    asked: asked.asAsked, outcome: .found, retention: intent.request.retention)),
            confidences: Confidences(received: received, stated: .answer(true)))
    }
}
