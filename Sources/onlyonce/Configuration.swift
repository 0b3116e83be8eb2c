import AccessRights
import Facts
import StrictYAML

/// Everything that an operator decides, read from one YAML file and checked once, at start.
///
/// Paths are relative to the folder of the file. Every single value can be overridden by an
/// environment variable: `ONLYONCE_` and the path of the key in capitals, `ONLYONCE_API_PORT` for
/// `api.port`.
struct Configuration: Sendable {
    let api: Listener
    /// The authority whose client certificates may knock at `api`.
    let clientAuthority: String
    let web: Listener
    /// Where monitors look; on a loopback address.
    let operationsPort: Int
    /// The folder that the running gateway owns.
    let data: String
    /// The folder of the wrapped data keys; not inside `data`.
    let keys: String
    /// The file of the key that wraps the data keys.
    let keyEncryptionKey: String
    /// The file of the secret from which pseudonyms are made.
    let pseudonymSecret: String
    /// The folder of the published contracts, this project's `Contracts`.
    let contracts: String
    let authorisations: String
    let applications: String
    let regulations: String
    /// Under which name and purpose the gateway makes checks of its own.
    let own: Own
    let sources: SourceSettings

    /// An address with a server certificate.
    struct Listener: Sendable {
        let host: String
        let port: Int
        let certificate: String
        let privateKey: String
    }

    struct Own: Sendable {
        let organisation: EnterpriseNumber
        let application: ApplicationID
        let purpose: PurposeID
    }

    struct SourceSettings: Sendable {
        let nationalRegister: String
        let vehicleRegister: String
        /// The client certificate towards the sources, its key, and the authority that they trust.
        let certificate: String
        let privateKey: String
        let authority: String
        /// The organisation in whose name the Crossroads Bank is asked.
        let customer: EnterpriseNumber
        /// The folder of the official schemas, where the operator has them.
        let officialSchemas: String?
        /// The replica of the Crossroads Bank for Enterprises.
        let enterpriseReplica: String
        let deadline: Duration
    }
}
