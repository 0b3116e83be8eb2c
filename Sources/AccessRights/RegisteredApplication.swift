public import Facts

/// An application that the gateway knows, and how it proves who it is.
public struct RegisteredApplication: Hashable, Sendable, Identifiable {
    public let id: ApplicationID
    /// The organisation that answers for it.
    public let organisation: EnterpriseNumber
    public let organisationName: LocalizedText
    /// Whom to call: a service's address or telephone number, nobody's name.
    public let contact: String
    /// Never empty; while a certificate is being replaced the old and the new one are both here.
    public let certificates: Set<RegisteredCertificate>
    /// Never empty.
    public let roles: Set<ApplicationRole>
    /// Of those certificates that the register holds whole, their bytes (DER): so it is known until
    /// when they are valid before anybody presents them.
    public let encodings: [CertificateFingerprint: [UInt8]]

    public init(
        id: ApplicationID, organisation: EnterpriseNumber, organisationName: LocalizedText,
        contact: String, certificates: Set<RegisteredCertificate>, roles: Set<ApplicationRole>,
        encodings: [CertificateFingerprint: [UInt8]] = [:]
    ) {
        self.id = id
        self.organisation = organisation
        self.organisationName = organisationName
        self.contact = contact
        self.certificates = certificates
        self.roles = roles
        self.encodings = encodings
    }
}
