/// What changes while the facade serves.
extension Facade {
    /// Closes the connections of applications that would not be let in now: whose certificate is
    /// revoked or has expired, or was taken off the register. Whoever changes the register or the
    /// lists of revocations calls it, and somebody now and then for those that expire.
    public func reviewConnections() { callers.review() }

    /// Reads the certificate and the key of the api listener anew, and the applications' authority.
    /// Connections stay open, and go on with what they began with. It may block.
    ///
    /// - Throws: ``FacadeFailure/unusableIdentity(listener:)``; then everything stays as it was.
    public func reloadAPI() throws(FacadeFailure) { try reload(apiTLS, of: .api) }

    /// The same for the web listener.
    public func reloadWeb() throws(FacadeFailure) { try reload(webTLS, of: .web) }

    /// Closes every connection of the api listener, for when the applications' authority changes:
    /// who is still trusted comes back.
    public func closeConnections() { callers.closeAll() }

    /// Until when the registered certificates are valid that stand in the register whole or were
    /// presented since the start, in the order of the applications. Of those that are registered by the same names, the one that is
    /// valid longest.
    public var certificateLifetimes: [CertificateLifetime] {
        callers.seen.lifetimes(in: callers.applications())
    }

    /// The registered certificates of which that is not known yet.
    public var unseenCertificates: [UnseenCertificate] {
        callers.seen.unseen(in: callers.applications())
    }

    private func reload(
        _ tls: ListenerTLS, of listener: BoundAddresses.Listener
    ) throws(FacadeFailure) {
        do {
            try tls.reload()
        } catch {
            throw .unusableIdentity(listener: listener.rawValue)
        }
    }
}
