import AccessRights
import X509

/// One of the authorities whose certificates are let in.
struct RevocationAuthority: Hashable, Sendable {
    /// Its own certificate, which another authority can have revoked.
    let own: PresentedCertificate
    /// Its public key: while it is replaced there are two authorities of one name.
    let key: [UInt8]
    /// What the certificates that it issued call the key.
    let keyName: [UInt8]?
    let certificate: Certificate

    var name: DirectoryName { own.identity.names.subject }

    /// Whether it vouches for itself.
    var isRoot: Bool { own.identity.names.issuer == name }

    init(_ certificate: Certificate, der: [UInt8]) throws {
        self.certificate = certificate
        own = try PresentedCertificate(der: der)
        key = Array(certificate.publicKey.subjectPublicKeyInfoBytes)
        keyName = try certificate.extensions.subjectKeyIdentifier.map { Array($0.keyIdentifier) }
    }

    /// Whether it can have issued a certificate, as far as names tell.
    func mayHaveIssued(_ certificate: PresentedCertificate) -> Bool {
        guard certificate.identity.names.issuer == name else { return false }
        guard let wanted = certificate.authorityKey, let keyName else { return true }
        return wanted == keyName
    }
}
