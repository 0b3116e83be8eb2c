import AccessRights
import CanonicalJSON
import ConsultLog
import Gateway

/// A request of a registered application. Routes that take one cannot be reached anonymously: it is
/// made from the certificate of the connection alone.
struct CallerContext: Sendable {
    let application: RegisteredApplication
    private let trace: TraceID?
    private let missingRole: ApplicationRole?

    /// An application without the role of a consumer is heard all the same: the gateway refuses what
    /// it asks, and logs the refusal.
    ///
    /// - Throws: a problem that says no more than that there is no permission, when the
    ///   certificate belongs to no registered application; one that names the role when it is
    ///   registered without that of an auditor and asks for what only auditors may.
    init(
        _ application: RegisteredApplication?, as role: ApplicationRole, _ trace: TraceNames
    ) throws(Problem) {
        guard let application else { throw Problem(.missingPermission) }
        let hasRole = application.roles.contains(role)
        guard hasRole || role == .consumer else {
            throw Problem(
                .missingPermission,
                ["detail": .string("The application is not registered as \(role.rawValue)")])
        }
        self.application = application
        missingRole = hasRole ? nil : role
        self.trace = trace.kept
    }

    /// The circumstances of what this caller asks for a purpose.
    func consult(for purpose: PurposeID, dossier: DossierReference?) -> ConsultContext {
        ConsultContext(
            caller: Caller(
                organisation: application.organisation, application: application.id,
                missingRole: missingRole),
            purpose: purpose, dossier: dossier, trace: trace)
    }
}
