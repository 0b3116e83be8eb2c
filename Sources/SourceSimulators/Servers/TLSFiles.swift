import NIOCore
import NIOSSL

/// The PEM files with which the simulated sources show who they are and know their callers.
public struct TLSFiles: Hashable, Sendable {
    public let certificateChain: String
    public let privateKey: String
    /// The authorities that issue the callers' certificates.
    public let callerAuthorities: String

    public init(certificateChain: String, privateKey: String, callerAuthorities: String) {
        self.certificateChain = certificateChain
        self.privateKey = privateKey
        self.callerAuthorities = callerAuthorities
    }

    /// TLS 1.2 or later, with a certificate that every caller must have.
    func serverConfiguration() throws(SimulationFailure) -> TLSConfiguration {
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificateChain)
            let key = try NIOSSLPrivateKey(file: privateKey, format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            configuration.trustRoots = .file(callerAuthorities)
            // Off by default: without this line a caller needs no certificate.
            configuration.certificateVerification = .noHostnameVerification
            configuration.applicationProtocols = ["http/1.1"]
            // How long the end of a server waits for clients to confirm theirs.
            configuration.shutdownTimeout = .milliseconds(500)
            return configuration
        } catch {
            throw .unusableCertificates
        }
    }
}
