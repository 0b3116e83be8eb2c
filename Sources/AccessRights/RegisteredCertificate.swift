/// How the register names a certificate of an application.
public enum RegisteredCertificate: Hashable, Sendable {
    /// This certificate alone.
    case fingerprint(CertificateFingerprint)
    /// Every certificate of the authority with this issuer and this subject, its renewals included.
    case names(CertificateNames)
}
