import Facts
import StrictYAML

extension ApplicationRegister {
    /// Reads the YAML document `applications.yaml` (`Contracts/applications/README.md`), UTF-8.
    ///
    /// - Throws: ``InvalidApplicationRegister`` with everything that is wrong.
    public init(parsing bytes: some Collection<UInt8>) throws(InvalidApplicationRegister) {
        let applications: [RegisteredApplication]
        do throws(YAMLIssues) {
            var reader = try YAMLReader(parsing: bytes)
            var ids: Set<ApplicationID> = []
            var certificates: Set<CertificateFingerprint> = []
            applications = try reader.complete(
                reader.list("applications") { $0.application(&ids, &certificates) })
        } catch {
            throw InvalidApplicationRegister(
                DocumentIssue.sorted(error.issues.map(DocumentIssue.init)))
        }
        try self.init(applications)
    }
}

extension YAMLReader {
    /// One application, whose id and certificates were not seen before.
    fileprivate mutating func application(
        _ ids: inout Set<ApplicationID>, _ certificates: inout Set<CertificateFingerprint>
    ) -> RegisteredApplication? {
        let id = text("id", expected: "\(Self.name), of no other application") { text in
            let id = try ApplicationID(parsing: text)
            return ids.insert(id).inserted ? id : nil
        }
        let organisation = enterpriseNumber("organisation")
        let name = localized("organisationName")
        let contact = prose("contact")
        let expected = "the SHA-256 of a certificate in hexadecimal, of no other application"
        let own = distinct("certificates", expected: expected) { text in
            let certificate = try CertificateFingerprint(parsing: text)
            return certificates.insert(certificate).inserted ? certificate : nil
        }
        let known = ApplicationRole.allCases.map(\.rawValue).joined(separator: ", ")
        let roles = distinct("roles", expected: "one of: \(known)") {
            ApplicationRole(rawValue: $0)
        }
        if own == [] { demand("a list of at least one certificate", at: "certificates") }
        if roles == [] { demand("a list of at least one role", at: "roles") }
        guard let id, let organisation, let name, let contact, let own, let roles else {
            return nil
        }
        return RegisteredApplication(
            id: id, organisation: organisation, organisationName: name, contact: contact,
            certificates: own, roles: roles)
    }
}
