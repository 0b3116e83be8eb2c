import AccessRights
import Facts

/// Whether a certificate may open a connection and keep it.
struct Admission: Sendable {
    /// The lists of revocations in force now; `nil` where none are kept.
    let revocations: @Sendable () -> RevocationLists?
    let now: @Sendable () -> Timestamp

    /// Why a certificate whose chain was verified is not let in, or not any more; `nil` when it is.
    ///
    /// Its dates are looked at again because a session that is resumed, or a connection that stays
    /// open, outlives the handshake that looked at them.
    func refusal(of certificate: PresentedCertificate) -> HandshakeRefusal? {
        let now = now()
        if let outdated = outdated(certificate, at: now) { return outdated }
        guard let revocations = revocations() else { return nil }
        switch revocations.standing(of: certificate, at: now) {
        case .good: return nil
        case .revoked: return .revoked
        case .unknown: return .revocationUnknown
        }
    }

    /// Why a handshake failed, as far as its certificate tells.
    func cause(of certificate: PresentedCertificate?) -> HandshakeRefusal {
        guard let certificate else { return .noCertificate }
        if let outdated = outdated(certificate, at: now()) { return outdated }
        let names = certificate.identity.names
        return names.issuer == names.subject ? .selfSigned : .foreignIssuer
    }

    private func outdated(
        _ certificate: PresentedCertificate, at now: Timestamp
    ) -> HandshakeRefusal? {
        if now < certificate.notBefore { return .notYetValid }
        // The last second counts as a whole (RFC 5280 §4.1.2.5).
        if now.milliseconds >= certificate.notAfter.milliseconds + 1000 { return .expired }
        return nil
    }
}
