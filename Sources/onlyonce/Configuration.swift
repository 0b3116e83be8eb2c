import AccessRights
import Facts
import HTTPFacade
import SQLiteStorage
import TransparencyLogs

/// Everything that an operator decides, read from one YAML file and checked once, at start.
///
/// Paths are relative to the folder of the file. Every single value of the file can be overridden
/// by an environment variable, see ``EnvironmentOverrides``.
struct Configuration: Sendable {
    let api: Listener
    /// The authority whose client certificates may knock at `api`.
    let clientAuthority: String
    /// The file of the authority's lists of revocations; `nil` when none are kept.
    var revocations: String?
    let web: Listener
    /// Where monitors look, on the loopback address.
    let operationsPort: Int
    let storage: Storage
    let log: Log
    let documents: Documents
    let own: Own
    let sources: SourceSettings
    /// How much is taken on.
    var limits = RequestLimits()
    /// `nil` when no token is accepted.
    var identityProvider: IdentityProvider?
    /// Who may take which steps on the machine itself; `nil` when whoever can may, but for approving.
    var commandLine: CommandLineRoles?

    /// An address with a server certificate.
    struct Listener: Sendable {
        let host: String
        /// 0: any free one.
        let port: Int
        let certificate: String
        let privateKey: String
    }

    struct Storage: Sendable {
        /// The folder that the running gateway owns.
        let data: String
        /// The folder of the wrapped data keys, apart from `data` and its backups.
        let keyStore: String
        /// From where the key comes that wraps the data keys.
        let keyEncryptionKey: KeyEncryptionKeySource
        /// The file of the secret from which pseudonyms are made.
        let pseudonymSecret: String
        /// The database of the rights, which several gateways can share; `nil` for one in `data`.
        var rights: String?
    }

    /// What is published of the consult log.
    struct Log: Sendable {
        /// The identity of the log, and the name of its key.
        let origin: KeyName
        /// The file of the key that signs its checkpoints.
        let key: String
        /// The file of the passphrase, when the key is encrypted.
        let passphrase: String?
        /// How often the public gets a checkpoint.
        let publicInterval: Duration
        /// Who cosigns it; `nil` when nobody does.
        var witnesses: Witnesses?
        /// How many bytes must be free before a consult is begun.
        var reserve: UInt64 = 64 << 20
    }

    struct Documents: Sendable {
        /// The published contracts, this project's `Contracts`.
        let contracts: String
        /// A folder of authorisations.
        let authorisations: String
        /// The file of the registered applications.
        let applications: String
        /// A folder of regulations.
        let regulations: String
        /// Whether a regulation that is not in force decides too, as in a demo. Every decision then
        /// says so.
        var decidesOnSamples = false
    }

    /// The witnesses of the log.
    struct Witnesses: Sendable {
        /// The file of the policy (C2SP tlog-policy).
        let policy: String
        /// The authority of the witnesses' server certificates.
        let authority: String
        /// How long ago the last quorum may be.
        let mostQuorumAgeSeconds: Int64
    }

    /// Under which name and purpose the gateway makes checks of its own.
    struct Own: Sendable {
        let organisation: EnterpriseNumber
        let application: ApplicationID
        let purpose: PurposeID
    }

    struct SourceSettings: Sendable {
        let nationalRegister: SourceURL
        let vehicleRegister: SourceURL
        /// The client certificate towards the sources and its key.
        let certificate: String
        let privateKey: String
        /// The authority of the sources' server certificates.
        let authority: String
        /// The organisation in whose name the Crossroads Bank is asked.
        let customer: EnterpriseNumber
        /// The folder of the official schemas, where the operator has them.
        let officialSchemas: String?
        /// How long one look-up may take.
        let deadline: Duration
    }
}
