/// The files with which a listener proves who it is.
public struct ServerIdentity: Hashable, Sendable {
    /// The path of the certificate, its issuers behind it (PEM).
    public let certificateFile: String
    /// The path of the private key (PEM).
    public let privateKeyFile: String

    public init(certificateFile: String, privateKeyFile: String) {
        self.certificateFile = certificateFile
        self.privateKeyFile = privateKeyFile
    }
}
