/// The applications that may speak to the gateway, by the certificate that they present.
public struct ApplicationRegister: Sendable {
    /// By id.
    public let applications: [RegisteredApplication]
    private var byCertificate: [CertificateFingerprint: Int] = [:]
    private var byID: [ApplicationID: Int] = [:]

    /// - Throws: ``InvalidApplicationRegister`` when two applications have one id or one
    ///   certificate, or when one lacks a certificate or a role.
    public init(
        _ applications: some Sequence<RegisteredApplication>
    ) throws(InvalidApplicationRegister) {
        self.applications = applications.sorted { $0.id < $1.id }
        var issues: [DocumentIssue] = []
        func note(_ application: RegisteredApplication, _ problem: String) {
            issues.append(DocumentIssue(path: application.id.text, line: nil, problem: problem))
        }
        for (index, application) in self.applications.enumerated() {
            if byID.updateValue(index, forKey: application.id) != nil {
                note(application, "must be registered once")
            }
            if application.certificates.isEmpty { note(application, "must have a certificate") }
            if application.roles.isEmpty { note(application, "must have a role") }
            for certificate in application.certificates
            where byCertificate.updateValue(index, forKey: certificate) != nil {
                note(application, "must have a certificate that no other application has")
            }
        }
        guard issues.isEmpty else { throw InvalidApplicationRegister(issues) }
    }

    /// The application that this certificate belongs to.
    public func application(
        presenting certificate: CertificateFingerprint
    ) -> RegisteredApplication? {
        byCertificate[certificate].map { applications[$0] }
    }

    public func application(_ id: ApplicationID) -> RegisteredApplication? {
        byID[id].map { applications[$0] }
    }
}
