import Foundation
import SwiftASN1
import X509

extension DevelopmentPKI {
    /// Makes every certificate and writes it; keys of authorities are dropped at the end.
    func create(now: Date, lifetime: Duration) throws(DevelopmentCertificateFailure) {
        let start = now.addingTimeInterval(-Self.clockSkew)
        let end = now.addingTimeInterval(TimeInterval(lifetime.components.seconds))
        precondition(start <= end, "a lifetime is not negative")
        let privateFolder = try PrivateFolder(creatingAt: folder)
        for authorityRole in AuthorityRole.allCases {
            let authority: CertificateAuthority
            let authorityText: String
            do {
                authority = try CertificateAuthority(authorityRole, validity: start...end)
                authorityText = try authority.certificate.serializeAsPEM().pemString
            } catch {
                throw .cannotIssue(name: authorityRole.name)
            }
            try privateFolder.write(
                authorityText + "\n", to: path(of: authorityRole), isSecret: false)
            for role in CertificateRole.all where role.issuer == authorityRole {
                try write(role, issuedBy: authority, in: privateFolder)
            }
        }
    }

    private func write(
        _ role: CertificateRole, issuedBy authority: CertificateAuthority,
        in privateFolder: PrivateFolder
    ) throws(DevelopmentCertificateFailure) {
        let certificate: String
        let privateKey: String
        do {
            let issued = try authority.issue(role)
            certificate = try issued.certificate.serializeAsPEM().pemString + "\n"
            privateKey = try issued.privateKey.serializeAsPEM().pemString + "\n"
        } catch {
            throw .cannotIssue(name: role.name)
        }
        let files = identity(role)
        try privateFolder.write(privateKey, to: files.privateKey, isSecret: true)
        try privateFolder.write(certificate + privateKey, to: files.combined, isSecret: true)
        try privateFolder.write(certificate, to: files.certificate, isSecret: false)
    }
}
