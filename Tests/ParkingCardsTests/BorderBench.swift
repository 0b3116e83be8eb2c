import AccessRights
import ConsultLog
import ConsultLogFakes
import Crypto
import Facts
import Gateway
import ParkingCards

/// A gateway before sources that tell too much, and the border behind it.
struct BorderBench {
    let gateway: Gateway
    let facts: RecordingFacts

    /// - Parameter verifications: what the municipality may ask; never a fact.
    init(
        _ sources: TellingSources, on day: CalendarDate,
        granting verifications: Set<VerificationID> = Set(VerificationID.allCases)
    ) async throws {
        let samples = try LogSamples()
        let context = ConsultContext(
            caller: Caller(organisation: samples.organisation, application: samples.application),
            purpose: samples.purpose)
        let bench = try await LogBench(InMemoryConsultLogStorage())
        let own = ConsultContext(
            caller: Caller(
                organisation: try EnterpriseNumber(base: 3_000_001),
                application: try ApplicationID(parsing: "gateway")),
            purpose: try PurposeID(parsing: "population-check"))
        let rights = try AccessRights([
            Self.authorisation("border", verifications: verifications, for: context, samples),
            // By which the gateway itself finds the present number of somebody.
            Self.authorisation(
                "of-the-gateway", attributes: [.personManagingMunicipality], for: own, samples),
        ])
        gateway = Gateway(
            rights: { rights }, log: bench.log,
            sources: Sources(
                nationalRegister: sources, drivingLicences: sources, vehicles: sources,
                enterprises: sources, deadline: .seconds(7)),
            time: BorderTime(day: day),
            pseudonyms: PseudonymKey(secret: SymmetricKey(data: [UInt8](repeating: 9, count: 32))),
            ownContext: own)
        facts = RecordingFacts(GatewayFactChecker(gateway: gateway, context: context))
    }

    private static func authorisation(
        _ id: String, attributes: Set<AttributeID> = [],
        verifications: Set<VerificationID> = [], for holder: ConsultContext, _ samples: LogSamples
    ) throws -> Authorisation {
        let text = LocalizedText(nl: "Proef", fr: "Essai", en: "Trial")
        let start = World.day("2020-01-01")
        return try Authorisation(
            AuthorisationTerms(
                id: try AuthorisationID(parsing: id), title: text,
                grantedBy: Deliberation(body: text, number: "26/001", date: start),
                organisation: holder.caller.organisation,
                applications: .named([holder.caller.application]),
                purpose: Purpose(
                    id: holder.purpose, label: text, legalBasis: [text], legalContext: "BORDER"),
                attributes: attributes, verifications: verifications, references: nil,
                population: .everyone, validity: Validity(from: start, until: nil),
                knownSince: start,
                conditions: AuthorisationConditions(
                    dossierRequired: false, officialRequired: false, openDossier: nil, quota: nil),
                retention: samples.retention, disclosure: .atOnce))
    }
}

/// A day that does not pass.
struct BorderTime: TimeSource {
    let day: CalendarDate

    func now() -> Timestamp { World.time }

    func today() -> CalendarDate { day }
}
