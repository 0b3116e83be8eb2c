public import Foundation

/// A certificate authority of OpenSSL's own, which shares no code with the gateway.
public struct OpenSSLAuthority: Sendable {
    /// Why a command of OpenSSL failed.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// A certificate and its key, in PEM.
    public struct Identity: Sendable {
        public let certificate: String
        public let privateKey: String

        public init(certificate: String, privateKey: String) {
            self.certificate = certificate
            self.privateKey = privateKey
        }
    }

    public let folder: String
    public var certificate: String { folder + "/ca.pem" }
    private var configuration: String { folder + "/openssl.cnf" }

    private init(folder: String) { self.folder = folder }

    private func prepare(serial: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.text(folder).write(toFile: configuration, atomically: true, encoding: .utf8)
        try "".write(toFile: folder + "/index.txt", atomically: true, encoding: .utf8)
        try "\(serial)\n".write(toFile: folder + "/serial", atomically: true, encoding: .utf8)
    }

    /// Makes an authority in a folder that is not there yet.
    ///
    /// - Parameter serial: the number of the first certificate that it issues, in hexadecimal.
    public init(_ name: String, in folder: String, serial: String = "1000") async throws {
        self.init(folder: folder)
        try prepare(serial: serial)
        try await run(
            ["req", "-x509", "-days", "30", "-extensions", "authority"]
                + newKey("ca-key.pem", "/C=BE/O=Test/CN=\(name)") + ["-out", certificate])
    }

    /// Makes an authority between this one and those that it issues to.
    ///
    /// - Parameters:
    ///   - name: another authority may have it, with another key.
    ///   - serial: the number of the first certificate that it issues, in hexadecimal.
    public func issueAuthority(
        _ name: String, in folder: String, serial: String = "1000"
    ) async throws -> OpenSSLAuthority {
        let below = OpenSSLAuthority(folder: folder)
        try below.prepare(serial: serial)
        try await run(
            ["req", "-new"] + below.newKey("ca-key.pem", "/C=BE/O=Test/CN=\(name)")
                + ["-out", folder + "/ca.csr"])
        try await run([
            "ca", "-batch", "-notext", "-config", configuration, "-in", folder + "/ca.csr",
            "-out", below.certificate, "-extensions", "between", "-startdate",
            Self.time(-3600), "-enddate", Self.time(86_400),
        ])
        return below
    }

    /// Its own certificate, for whoever revokes it.
    public var identity: Identity {
        Identity(certificate: certificate, privateKey: folder + "/ca-key.pem")
    }

    /// Issues a certificate for clients and servers on the loopback interface.
    ///
    /// - Parameters:
    ///   - from: when it begins to be valid, in seconds from now.
    ///   - until: when it ends, likewise.
    ///   - extensions: `keyed` for one that names its issuer's key, `unnamed` for one that does not.
    public func issue(
        _ name: String, from: TimeInterval = -3600, until: TimeInterval = 86_400,
        extensions: String = "leaf"
    ) async throws -> Identity {
        // A renewal has the name of the one before.
        let file = "\(name)-\(UUID().uuidString)"
        let path = folder + "/" + file
        try await run(
            ["req", "-new"] + newKey("\(file)-key.pem", "/C=BE/O=Test/CN=\(name)")
                + ["-out", path + ".csr"])
        try await run([
            "ca", "-batch", "-notext", "-config", configuration, "-in", path + ".csr", "-out",
            path + ".pem", "-startdate", Self.time(from), "-enddate", Self.time(until),
            "-extensions",
            extensions,
        ])
        return Identity(certificate: path + ".pem", privateKey: path + "-key.pem")
    }

    /// Makes a certificate that nobody issued.
    public func selfSigned(_ name: String) async throws -> Identity {
        let path = folder + "/" + name
        try await run(
            ["req", "-x509", "-days", "30", "-extensions", "leaf"]
                + newKey("\(name)-key.pem", "/C=BE/O=Test/CN=\(name)") + ["-out", path + ".pem"])
        return Identity(certificate: path + ".pem", privateKey: path + "-key.pem")
    }

    public func revoke(_ identity: Identity) async throws {
        try await run(["ca", "-config", configuration, "-revoke", identity.certificate])
    }

    /// Writes the list of what is revoked, in PEM, over the one before.
    ///
    /// - Parameter until: when it is to be replaced, in seconds from now.
    @discardableResult
    public func writeList(until: TimeInterval = 3600, extensions: String? = nil) async throws
        -> String
    {
        let path = folder + "/crl.pem"
        try await run(
            [
                "ca", "-config", configuration, "-gencrl", "-out", path + ".new",
                "-crl_lastupdate", Self.time(-7200), "-crl_nextupdate", Self.time(until),
            ] + (extensions.map { ["-crlexts", $0] } ?? []))
        try Data(contentsOf: URL(fileURLWithPath: path + ".new"))
            .write(to: URL(fileURLWithPath: path), options: .atomic)
        return path
    }

    private func newKey(_ file: String, _ subject: String) -> [String] {
        [
            "-config", configuration, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
            "-nodes", "-keyout", folder + "/" + file, "-subj", subject,
        ]
    }

    @discardableResult
    public func run(_ arguments: [String]) async throws -> String {
        let (end, output, errors) = try await Program.run(["openssl"] + arguments)
        guard end == .code(0) else { throw Failure(description: errors) }
        return output
    }

    /// An instant as OpenSSL reads it.
    private static func time(_ seconds: TimeInterval) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "yyyyMMddHHmmss'Z'"
        return format.string(from: Date(timeIntervalSinceNow: seconds))
    }

    private static func text(_ folder: String) -> String {
        """
        [req]
        distinguished_name = name
        [name]
        [ca]
        default_ca = own
        [own]
        database = \(folder)/index.txt
        new_certs_dir = \(folder)
        certificate = \(folder)/ca.pem
        private_key = \(folder)/ca-key.pem
        serial = \(folder)/serial
        default_md = sha256
        default_crl_days = 1
        policy = anything
        x509_extensions = leaf
        unique_subject = no
        [anything]
        countryName = optional
        organizationName = optional
        commonName = supplied
        [authority]
        basicConstraints = critical, CA:TRUE
        keyUsage = critical, keyCertSign, cRLSign
        subjectKeyIdentifier = hash
        [between]
        basicConstraints = critical, CA:TRUE
        keyUsage = critical, keyCertSign, cRLSign
        subjectKeyIdentifier = hash
        authorityKeyIdentifier = keyid
        [keyed]
        basicConstraints = CA:FALSE
        keyUsage = digitalSignature
        extendedKeyUsage = clientAuth, serverAuth
        authorityKeyIdentifier = keyid
        [unnamed]
        basicConstraints = CA:FALSE
        keyUsage = digitalSignature
        extendedKeyUsage = clientAuth, serverAuth
        authorityKeyIdentifier = none
        [leaf]
        basicConstraints = CA:FALSE
        keyUsage = digitalSignature
        extendedKeyUsage = clientAuth, serverAuth
        subjectAltName = DNS:localhost, IP:127.0.0.1
        [delta]
        deltaCRL = critical, DER:02:01:01
        [indirect]
        issuingDistributionPoint = critical, @point
        [point]
        indirectCRL = TRUE

        """
    }
}
