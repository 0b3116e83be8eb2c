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
            var certificates: Set<RegisteredCertificate> = []
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
        _ ids: inout Set<ApplicationID>, _ certificates: inout Set<RegisteredCertificate>
    ) -> RegisteredApplication? {
        let id = text("id", expected: "\(Self.name), of no other application") { text in
            let id = try ApplicationID(parsing: text)
            return ids.insert(id).inserted ? id : nil
        }
        let organisation = enterpriseNumber("organisation")
        let name = localized("organisationName")
        let contact = prose("contact")
        var encodings: [CertificateFingerprint: [UInt8]] = [:]
        let own = registered(&certificates, &encodings)
        let known = ApplicationRole.allCases.map(\.rawValue).joined(separator: ", ")
        let roles = distinct("roles", expected: "one of: \(known)") {
            ApplicationRole(rawValue: $0)
        }
        if roles == [] { demand("a list of at least one role", at: "roles") }
        guard let id, let organisation, let name, let contact, let own, let roles else {
            return nil
        }
        return RegisteredApplication(
            id: id, organisation: organisation, organisationName: name, contact: contact,
            certificates: own, roles: roles, encodings: encodings)
    }

    /// The fingerprints and the names of an application's certificates, at least one of both.
    private mutating func registered(
        _ seen: inout Set<RegisteredCertificate>,
        _ encodings: inout [CertificateFingerprint: [UInt8]]
    ) -> Set<RegisteredCertificate>? {
        let hasNames = has("certificateNames")
        var named: [RegisteredCertificate]? = []
        if hasNames {
            named = list("certificateNames") { $0.certificateNames() }?.map {
                RegisteredCertificate.names($0)
            }
            for certificate in named ?? [] where !seen.insert(certificate).inserted {
                demand("names that no other entry has", at: "certificateNames")
            }
        }
        var exact: Set<RegisteredCertificate>? = []
        if has("certificates") || !hasNames {
            let expected =
                "the SHA-256 of a certificate in hexadecimal, or a certificate in PEM, of no "
                + "other application"
            exact = distinct("certificates", expected: expected) { text in
                let fingerprint: CertificateFingerprint
                if GivenCertificate.isMeant(by: text) {
                    let der = try GivenCertificate(parsing: text).der
                    fingerprint = CertificateFingerprint(ofCertificate: der)
                    encodings[fingerprint] = der
                } else {
                    fingerprint = try CertificateFingerprint(parsing: text)
                }
                let certificate = RegisteredCertificate.fingerprint(fingerprint)
                return seen.insert(certificate).inserted ? certificate : nil
            }
        }
        guard let named, let exact else { return nil }
        let all = exact.union(named)
        if all.isEmpty { demand("a list of at least one certificate", at: "certificates") }
        return all
    }

    private mutating func certificateNames() -> CertificateNames? {
        let expected = "a distinguished name as RFC 4514 writes it"
        let issuer = text("issuer", expected: expected) { try DirectoryName(parsing: $0) }
        let subject = text("subject", expected: expected) { try DirectoryName(parsing: $0) }
        guard let issuer, let subject else { return nil }
        return CertificateNames(issuer: issuer, subject: subject)
    }
}
