import AuthenticSources
import Gateway
import HTTPTransfers
import XMLDocuments

/// The adapters of the sources that are called over the network.
struct SourceConnections {
    private let client: RetrieveTIGroupsClient
    private let vehicles: DIVVehicleRegister
    private let deadline: Duration

    /// - Throws: ``UsageError`` when the schemas cannot be read.
    init(
        _ configuration: Configuration, engine: TransferEngine, time: SystemTime
    ) throws(UsageError) {
        let settings = configuration.sources
        let identity = TLSIdentity(
            certificate: TLSIdentity.Certificate(
                certificatePath: settings.certificate, keyPath: settings.privateKey),
            authoritiesPath: settings.authority)
        client = RetrieveTIGroupsClient(
            engine: engine, identity: identity, url: settings.nationalRegister.text,
            customer: settings.customer, language: .nl, schema: try Self.schema(configuration),
            now: { time.now() }, today: { time.today() })
        vehicles = DIVVehicleRegister(
            engine: engine, identity: identity, baseURL: settings.vehicleRegister.text,
            today: { time.today() })
        deadline = settings.deadline
    }

    /// All the sources, with the register of enterprises, which is a replica of our own.
    func sources(with enterprises: any EnterpriseRegister) -> Sources {
        Sources(
            nationalRegister: KSZNationalRegister(client),
            drivingLicences: KSZDrivingLicences(client), vehicles: vehicles,
            enterprises: enterprises, deadline: deadline)
    }

    /// The official schemas where the operator has them, else the project's own description.
    private static func schema(_ configuration: Configuration) throws(UsageError) -> XMLSchema {
        let folder: String
        do throws(XMLSchemaFailure) {
            if let official = configuration.sources.officialSchemas {
                folder = official
                return try KSZSchema.official(in: official)
            }
            folder = configuration.documents.contracts + "/ksz"
            return try KSZSchema.own(in: folder)
        } catch {
            throw UsageError("the schemas of the Crossroads Bank cannot be used: \(error)")
        }
    }
}
