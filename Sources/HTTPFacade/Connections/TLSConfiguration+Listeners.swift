import NIOCore
import NIOSSL

extension TLSConfiguration {
    /// For the api listener: a client without a certificate of the applications' authority ends with
    /// a TLS alert.
    ///
    /// The version and the verification are stated here because the defaults are TLS 1.0 and, in
    /// other initialisers, no verification at all.
    static func api(
        _ identity: ServerIdentity, trusting authorityFile: String
    ) throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfigurationWithMTLS(
            certificateChain: try identity.chain, privateKey: .privateKey(try identity.key),
            trustRoots: .certificates(try NIOSSLCertificate.fromPEMFile(authorityFile)))
        configuration.certificateVerification = .noHostnameVerification
        configuration.tightenForListening()
        return configuration
    }

    /// For the web listener: browsers have no client certificate.
    static func web(_ identity: ServerIdentity) throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try identity.chain, privateKey: .privateKey(try identity.key))
        configuration.tightenForListening()
        return configuration
    }

    private mutating func tightenForListening() {
        minimumTLSVersion = .tlsv12
        // Of TLS 1.2 only what encrypts and authenticates in one, with a key of the moment; TLS 1.3
        // has nothing else.
        cipherSuites = "ECDHE+AESGCM:ECDHE+CHACHA20"
        // How long a closed connection waits for the client to confirm, which holds up a graceful
        // shutdown; everything was written before.
        shutdownTimeout = .milliseconds(500)
    }
}

extension ServerIdentity {
    fileprivate var chain: [NIOSSLCertificateSource] {
        get throws { try NIOSSLCertificate.fromPEMFile(certificateFile).map { .certificate($0) } }
    }

    fileprivate var key: NIOSSLPrivateKey {
        get throws { try NIOSSLPrivateKey(file: privateKeyFile, format: .pem) }
    }
}
