import Crypto
import Foundation
import X509

/// An authority whose private key lives no longer than this value: it is never written.
struct CertificateAuthority {
    let certificate: Certificate
    private let privateKey: Certificate.PrivateKey
    private let validity: ClosedRange<Date>

    init(_ role: AuthorityRole, validity: ClosedRange<Date>) throws {
        let name = try DistinguishedName {
            CountryName("BE")
            OrganizationName("OnlyOnce development")
            CommonName(role.commonName)
        }
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        self.validity = validity
        privateKey = key
        certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
            notValidBefore: validity.lowerBound, notValidAfter: validity.upperBound,
            issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: key.publicKey)
            },
            issuerPrivateKey: key)
    }

    /// Issues a certificate for a new key.
    func issue(
        _ role: CertificateRole
    ) throws -> (certificate: Certificate, privateKey: Certificate.PrivateKey) {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
            notValidBefore: validity.lowerBound, notValidAfter: validity.upperBound,
            issuer: certificate.subject, subject: role.subject(),
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([role.isServer ? .serverAuth : .clientAuth])
                SubjectKeyIdentifier(hash: key.publicKey)
                AuthorityKeyIdentifier(
                    keyIdentifier: SubjectKeyIdentifier(hash: privateKey.publicKey).keyIdentifier)
                if let names = role.alternativeNames { names }
            },
            issuerPrivateKey: privateKey)
        return (certificate, key)
    }
}
