/// Who issued a certificate and to whom: what stays when a certificate is renewed.
public struct CertificateNames: Hashable, Sendable {
    public let issuer: DirectoryName
    public let subject: DirectoryName

    public init(issuer: DirectoryName, subject: DirectoryName) {
        self.issuer = issuer
        self.subject = subject
    }
}
