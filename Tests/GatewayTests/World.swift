import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway

/// Who asks, whom the tests are about, and what may be granted.
struct World: Sendable {
    let samples: LogSamples
    /// Under which circumstances the caller asks.
    let context: ConsultContext
    /// The gateway's own.
    let own: ConsultContext
    let plate: Plate
    let enterprise: EnterpriseNumber
    let home = NISCode(.schaerbeek)
    let elsewhere = NISCode(.evere)

    init() throws {
        samples = try LogSamples()
        context = ConsultContext(
            caller: Caller(
                organisation: samples.organisation, application: samples.application),
            purpose: samples.purpose)
        own = ConsultContext(
            caller: Caller(
                organisation: try EnterpriseNumber(base: 3_000_001),
                application: try ApplicationID(parsing: "gateway")),
            purpose: try PurposeID(parsing: "population-check"))
        plate = try Plate(parsing: "1-QZX-934")
        enterprise = try EnterpriseNumber(base: 4_000_007)
    }

    func person(_ number: Int) throws -> SSIN { try samples.person(number) }

    /// An authorisation of the caller, or of whoever `context` names.
    func authorisation(
        _ id: String = "of-the-caller", attributes: Set<AttributeID> = [],
        verifications: Set<VerificationID> = [], references: ReferenceGrant? = nil,
        about population: Population = .everyone, for context: ConsultContext? = nil,
        dossierRequired: Bool = false, officialRequired: Bool = false,
        openDossier: Set<ReferenceKind>? = nil, quota: Quota? = nil
    ) throws -> Authorisation {
        let holder = context ?? self.context
        let text = LocalizedText(nl: "Proef", fr: "Essai", en: "Trial")
        let start = try CalendarDate(parsing: "2020-01-01")
        return try Authorisation(
            AuthorisationTerms(
                id: try AuthorisationID(parsing: id), title: text,
                grantedBy: Deliberation(body: text, number: "26/001", date: start),
                organisation: holder.caller.organisation,
                applications: .named([holder.caller.application]),
                purpose: Purpose(
                    id: holder.purpose, label: text, legalBasis: [text],
                    legalContext: "context of \(id)"),
                attributes: attributes, verifications: verifications, references: references,
                population: population,
                validity: Validity(from: start, until: nil), knownSince: start,
                conditions: AuthorisationConditions(
                    dossierRequired: dossierRequired, officialRequired: officialRequired,
                    openDossier: openDossier, quota: quota),
                retention: samples.retention, disclosure: .atOnce))
    }

    /// The caller's context in a dossier, for an official.
    func context(
        in dossier: String? = nil, official: String? = nil, applicant: SSIN? = nil,
        of organisation: EnterpriseNumber? = nil
    ) throws -> ConsultContext {
        ConsultContext(
            caller: Caller(
                organisation: organisation ?? samples.organisation,
                application: samples.application,
                official: try official.map { try OfficialID(parsing: $0) }),
            purpose: samples.purpose,
            dossier: try dossier.map { try DossierReference(parsing: $0) }, applicant: applicant)
    }

    /// Everything about everybody.
    func everything() throws -> Authorisation {
        try authorisation(
            attributes: Set(AttributeID.allCases), verifications: Set(VerificationID.allCases))
    }

    /// What the gateway needs to check populations.
    func populationCheck() throws -> Authorisation {
        try authorisation(
            "of-the-gateway",
            attributes: [
                .personManagingMunicipality, .personAddressProtected, .householdMembers,
            ], for: own)
    }
}
