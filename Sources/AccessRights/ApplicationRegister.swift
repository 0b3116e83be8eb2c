/// The applications that may speak to the gateway, by the certificate that they present.
public struct ApplicationRegister: Sendable {
    /// By id.
    public let applications: [RegisteredApplication]
    private var byCertificate: [RegisteredCertificate: Int] = [:]
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

    /// The application that this certificate belongs to: the one that names its fingerprint, or else
    /// the one that names its issuer and subject.
    public func application(presenting certificate: ClientCertificate) -> RegisteredApplication? {
        entry(of: certificate).flatMap { byCertificate[$0] }.map { applications[$0] }
    }

    /// The entry of the register by which this certificate is known.
    public func entry(of certificate: ClientCertificate) -> RegisteredCertificate? {
        let exact = RegisteredCertificate.fingerprint(certificate.fingerprint)
        if byCertificate[exact] != nil { return exact }
        let named = RegisteredCertificate.names(certificate.names)
        return byCertificate[named] == nil ? nil : named
    }

    public func application(_ id: ApplicationID) -> RegisteredApplication? {
        byID[id].map { applications[$0] }
    }
}
