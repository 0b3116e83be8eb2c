/// What a register knows a certificate by that somebody presents. Its chain is verified before, by
/// whoever makes this.
public struct ClientCertificate: Hashable, Sendable {
    public let fingerprint: CertificateFingerprint
    public let names: CertificateNames

    public init(fingerprint: CertificateFingerprint, names: CertificateNames) {
        self.fingerprint = fingerprint
        self.names = names
    }
}
