import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway
import LogProofs
import LogSearch
import Officials

/// A request of a registered application. Routes that take one cannot be reached anonymously: it is
/// made from the certificate of the connection alone.
struct CallerContext: Sendable {
    let application: RegisteredApplication
    /// For whom the application asks, known from a token alone.
    let official: OfficialID?
    /// The citizen who applies, known from a token alone.
    private let applicant: SSIN?
    /// How the application names the order, as it was sent.
    let order: String?
    private let trace: TraceID?
    private let missingRole: ApplicationRole?

    /// An application without the role of a consumer is heard all the same: the gateway refuses what
    /// it asks, and logs the refusal.
    ///
    /// - Throws: a problem that says no more than that there is no permission, when the
    ///   certificate belongs to no registered application; one that names the role when it is
    ///   registered without that of an auditor and asks for what only auditors may.
    init(
        _ application: RegisteredApplication?, as role: ApplicationRole, for bearer: TokenBearer?,
        _ trace: TraceNames
    ) throws(Problem) {
        guard let application else { throw Problem(.missingPermission) }
        let hasRole = application.roles.contains(role)
        guard hasRole || role == .consumer else { throw Self.missing(role) }
        self.application = application
        official = bearer?.official
        applicant = bearer?.citizen
        missingRole = hasRole ? nil : role
        self.trace = trace.kept
        order = trace.order
    }

    /// An application that has at least one of the roles.
    ///
    /// - Throws: a problem that says no more than that there is no permission, when the
    ///   certificate belongs to no registered application; one that names the roles otherwise.
    init(
        _ application: RegisteredApplication?, asOneOf roles: Set<ApplicationRole>,
        for bearer: TokenBearer?, _ trace: TraceNames
    ) throws(Problem) {
        guard let application else { throw Problem(.missingPermission) }
        guard !application.roles.isDisjoint(with: roles) else {
            let names = roles.map(\.rawValue).sorted().joined(separator: " or ")
            throw Problem(
                .missingPermission,
                ["detail": .string("The application is not registered as \(names)")])
        }
        self.application = application
        official = bearer?.official
        applicant = bearer?.citizen
        missingRole = nil
        self.trace = trace.kept
        order = trace.order
    }

    /// The circumstances of what this caller asks for a purpose.
    func consult(for purpose: PurposeID, dossier: DossierReference?) -> ConsultContext {
        ConsultContext(
            caller: Caller(
                organisation: application.organisation, application: application.id,
                official: official, missingRole: missingRole),
            purpose: purpose, dossier: dossier, applicant: applicant, trace: trace)
    }

    /// The application, where nothing is asked that could be refused and logged.
    ///
    /// - Throws: a problem that names the role that the application is not registered with.
    func receiver() throws(Problem) -> ReceiptApplication {
        if let missingRole { throw Self.missing(missingRole) }
        return ReceiptApplication(organisation: application.organisation, id: application.id)
    }

    /// Who looks into the log.
    func auditor(for reason: StatedReason) throws(Problem) -> Auditor {
        Auditor(
            official: try actor(), reason: reason, organisation: application.organisation,
            application: application.id, trace: trace)
    }

    /// Who reads the log's entries as they stand there.
    func reader() throws(Problem) -> EntryReader {
        EntryReader(
            official: try actor(), organisation: application.organisation,
            application: application.id)
    }

    /// Who gives an order: the official, or the application itself when no token names one.
    func actor() throws(Problem) -> OfficialID {
        if let official { return official }
        do {
            return try OfficialID(parsing: "application:\(application.id.text)")
        } catch {
            throw Problem(.internalServerError)
        }
    }

    /// Who orders a change of the directory of officials.
    func orderer() throws(Problem) -> Orderer {
        Orderer(
            official: try actor(), organisation: application.organisation,
            application: application.id)
    }

    private static func missing(_ role: ApplicationRole) -> Problem {
        Problem(
            .missingPermission,
            ["detail": .string("The application is not registered as \(role.rawValue)")])
    }
}
