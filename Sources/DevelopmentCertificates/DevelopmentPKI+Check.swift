import Foundation
import SwiftASN1
import X509

extension DevelopmentPKI {
    /// Whether every file is there, fits the others, is private where it must be, and stays valid
    /// for a while.
    func isGood(at now: Date) -> Bool {
        guard mode(of: folder) == 0o700 else { return false }
        for authorityRole in AuthorityRole.allCases {
            guard let authority = certificate(at: path(of: authorityRole)),
                isValid(authority, at: now)
            else { return false }
            for role in CertificateRole.all where role.issuer == authorityRole {
                guard isGood(identity(role), issuedBy: authority, at: now) else { return false }
            }
        }
        return true
    }

    private func isGood(
        _ files: DevelopmentIdentity, issuedBy authority: Certificate, at now: Date
    ) -> Bool {
        guard let certificate = certificate(at: files.certificate),
            isValid(certificate, at: now),
            authority.publicKey.isValidSignature(certificate.signature, for: certificate),
            let certificateText = text(at: files.certificate),
            let keyText = text(at: files.privateKey),
            text(at: files.combined) == certificateText + keyText,
            let key = try? Certificate.PrivateKey(pemEncoded: keyText),
            key.publicKey == certificate.publicKey
        else { return false }
        return mode(of: files.privateKey) == 0o600 && mode(of: files.combined) == 0o600
    }

    private func isValid(_ certificate: Certificate, at now: Date) -> Bool {
        certificate.notValidBefore <= now
            && certificate.notValidAfter >= now.addingTimeInterval(Self.margin)
    }

    private func certificate(at path: String) -> Certificate? {
        text(at: path).flatMap { try? Certificate(pemEncoded: $0) }
    }

    private func text(at path: String) -> String? {
        try? String(contentsOfFile: path, encoding: .utf8)
    }

    private func mode(of path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.posixPermissions] as? NSNumber)?.intValue
    }
}
