/// The files of one certificate and its private key, all PEM.
public struct DevelopmentIdentity: Hashable, Sendable {
    /// The path of the certificate.
    public let certificate: String
    /// The path of the private key (mode 0600).
    public let privateKey: String
    /// The path of one file with both, for tools that want one (mode 0600).
    public let combined: String

    init(folder: String, name: String) {
        certificate = "\(folder)/\(name).pem"
        privateKey = "\(folder)/\(name)-key.pem"
        combined = "\(folder)/\(name)-combined.pem"
    }
}
