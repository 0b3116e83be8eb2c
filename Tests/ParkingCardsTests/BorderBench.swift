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
        let rights = try AccessRights([Self.authorisation(verifications, samples)])
        gateway = Gateway(
            rights: { rights }, log: bench.log,
            sources: Sources(
                nationalRegister: sources, drivingLicences: sources, vehicles: sources,
                enterprises: sources, deadline: .seconds(7)),
            time: BorderTime(day: day),
            pseudonyms: PseudonymKey(secret: SymmetricKey(data: [UInt8](repeating: 9, count: 32))),
            ownContext: context)
        facts = RecordingFacts(GatewayFactChecker(gateway: gateway, context: context))
    }

    private static func authorisation(
        _ verifications: Set<VerificationID>, _ samples: LogSamples
    ) throws -> Authorisation {
        let text = LocalizedText(nl: "Proef", fr: "Essai", en: "Trial")
        let start = World.day("2020-01-01")
        return try Authorisation(
            AuthorisationTerms(
                id: try AuthorisationID(parsing: "border"), title: text,
                grantedBy: Deliberation(body: text, number: "26/001", date: start),
                organisation: samples.organisation, applications: .named([samples.application]),
                purpose: Purpose(
                    id: samples.purpose, label: text, legalBasis: [text], legalContext: "BORDER"),
                attributes: [], verifications: verifications, references: nil,
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
