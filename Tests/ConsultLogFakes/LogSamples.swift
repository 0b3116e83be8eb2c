public import AccessRights
public import ConsultLog
public import Facts

/// Requests and subjects to fill a log with. The people are synthetic: their sequence numbers are
/// never given out.
public struct LogSamples: Sendable {
    public let organisation: EnterpriseNumber
    public let application: ApplicationID
    public let purpose: PurposeID
    public let retention: RetentionClass
    public let authorisation: AuthorisationReference

    public init() throws {
        organisation = try EnterpriseNumber(base: 2_073_110)
        application = try ApplicationID(parsing: "parking-schaerbeek")
        purpose = try PurposeID(parsing: "parking-cards")
        retention = try RetentionClass(parsing: "ten-years")
        authorisation = AuthorisationReference(
            id: try AuthorisationID(parsing: "parking-schaerbeek-2026"),
            hash: AuthorisationHash(bytes: Array(0..<32)))
    }

    /// A person; each number from 0 to 8,000 gives another.
    public func person(_ number: Int = 0) throws -> SSIN {
        guard
            let birth = IncompleteDate(
                year: 1950 + number / 97 / 28 % 40, month: 2 + number / 97 / 28 / 40 % 4,
                day: 1 + number / 97 % 28)
        else { throw InvalidIdentifier(.date, .date) }
        return try SSIN(birth: birth, sequence: 900 + number % 97)
    }

    public func request(
        _ attributes: Set<AttributeID> = [.personBirthDate],
        verification: VerificationID? = .isAdult,
        trace: TraceID? = nil
    ) -> LoggedRequest {
        LoggedRequest(
            organisation: organisation, application: application, purpose: purpose,
            attributes: attributes, verification: verification, trace: trace, retention: retention)
    }

    public func asked(
        in consult: ConsultID, about subject: Subject, official: OfficialID? = nil,
        dossier: DossierReference? = nil
    ) -> EntryDraft {
        EntryDraft(
            consult: consult,
            body: .asked(
                Asked(request: request(), authorisation: authorisation, operation: .person)),
            confidences: Confidences(subject: subject, official: official, dossier: dossier))
    }

    public func answered(
        _ asked: AppendedEntry, in consult: ConsultID, role: SubjectRole = .consulted,
        subject: Subject? = nil, received: Set<InformationType>? = ["000", "010"],
        stated: StatedOutcome? = .answer(true)
    ) -> EntryDraft {
        EntryDraft(
            consult: consult,
            body: .answered(
                Answered(
                    asked: asked.asAsked, outcome: .found, role: role, retention: retention)),
            confidences: Confidences(subject: subject, received: received, stated: stated))
    }

    public func refused(in consult: ConsultID, _ reasons: [RefusalReason]) -> EntryDraft {
        EntryDraft(
            consult: consult,
            body: .refused(Refused(request: request(), refusal: Refusal(reasons: reasons))))
    }
}
