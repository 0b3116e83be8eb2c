public import AccessRights
public import Facts

/// Until when the certificate of a registered application is valid.
public struct CertificateLifetime: Hashable, Sendable {
    public let application: ApplicationID
    public let fingerprint: CertificateFingerprint
    /// The last second of its validity.
    public let end: Timestamp

    public init(application: ApplicationID, fingerprint: CertificateFingerprint, end: Timestamp) {
        self.application = application
        self.fingerprint = fingerprint
        self.end = end
    }
}
