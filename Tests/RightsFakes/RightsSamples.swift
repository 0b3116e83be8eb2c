public import AccessRights
public import Facts

/// An authorisation and its steps, to begin with.
public struct RightsSamples: Sendable {
    public let day: CalendarDate
    public let organisation: EnterpriseNumber
    public let application: ApplicationID

    public init() throws {
        day = try CalendarDate(parsing: "2026-06-01")
        organisation = try EnterpriseNumber(base: 19_900_001)
        application = try ApplicationID(parsing: "counter")
    }

    /// Gives the attributes to the application, for the purpose `permits`, from 2026 on.
    public func authorisation(
        _ id: String = "alpha", _ attributes: Set<AttributeID> = [.personName]
    ) throws -> Authorisation {
        let text = LocalizedText(nl: "Voorbeeld", fr: "Exemple")
        let from = try CalendarDate(parsing: "2026-01-01")
        return try Authorisation(
            AuthorisationTerms(
                id: AuthorisationID(parsing: id), title: text,
                grantedBy: Deliberation(body: text, number: "1/2026", date: from),
                organisation: organisation, applications: .named([application]),
                purpose: Purpose(
                    id: PurposeID(parsing: "permits"), label: text, legalBasis: [text],
                    legalContext: "PERMITS"),
                attributes: attributes, verifications: [], population: .everyone,
                validity: Validity(from: from, until: nil), knownSince: from,
                conditions: AuthorisationConditions(
                    dossierRequired: false, officialRequired: false),
                retention: .standard, disclosure: .atOnce))
    }

    public func change(
        _ step: RightsStep, _ terms: Authorisation, by actor: String, at instant: Int64 = 0,
        recorded record: String? = nil
    ) throws -> RightsChange {
        let actor = try RightsActor(parsing: actor)
        let known = Timestamp(milliseconds: instant)
        let record = try record.map { try StepRecord(parsing: $0) }
        if step.bringsTerms {
            return RightsChange(
                step, terms, by: actor, known: known, validFrom: day, recorded: record)
        }
        return RightsChange(
            step, of: terms.id, version: terms.hash, by: actor, known: known, validFrom: day,
            recorded: record)
    }
}
