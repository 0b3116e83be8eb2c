/// Who the caller is towards a server, and whom it trusts. All files are PEM, read for every new
/// connection, so that a renewed certificate is used without a restart.
public struct TLSIdentity: Sendable, Hashable {
    /// A client certificate, followed by its intermediates, and its private key.
    public struct Certificate: Sendable, Hashable {
        public var certificatePath: String
        public var keyPath: String

        public init(certificatePath: String, keyPath: String) {
            self.certificatePath = certificatePath
            self.keyPath = keyPath
        }
    }

    /// `nil` for a server that does not ask for one.
    public var certificate: Certificate?
    /// The certificate authorities of the server; those of the system are not trusted beside them.
    public var authoritiesPath: String
    /// Public keys of which the server must have one, as libcurl's `sha256//…;sha256//…`.
    public var pinnedPublicKeys: String?

    public init(
        certificate: Certificate?, authoritiesPath: String, pinnedPublicKeys: String? = nil
    ) {
        self.certificate = certificate
        self.authoritiesPath = authoritiesPath
        self.pinnedPublicKeys = pinnedPublicKeys
    }
}
