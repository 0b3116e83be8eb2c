import DevelopmentCertificates
import Foundation
import TestSupport
import Testing

struct DevelopmentPKITests {
    private let temporary: TemporaryFolder
    /// The folder of the certificates, which is not there yet.
    private let folder: String
    private let now = Date()

    init() throws {
        temporary = try TemporaryFolder()
        folder = temporary.path + "/pki"
    }

    private func verify(
        _ identity: DevelopmentIdentity, against authority: String, purpose: String
    ) async throws -> Bool {
        try await OpenSSL.run([
            "verify", "-x509_strict", "-no-CApath", "-no-CAstore", "-CAfile", authority,
            "-purpose", purpose, identity.certificate,
        ]).succeeded
    }

    private func mode(_ path: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    private func identities(_ pki: DevelopmentPKI) -> [DevelopmentIdentity] {
        [pki.gatewayServer, pki.sourceServer, pki.gatewayClient, pki.foreignClient]
            + ApplicationName.allCases.map(pki.application)
    }

    private func contents(_ pki: DevelopmentPKI) throws -> [String: Data] {
        let files = try FileManager.default.contentsOfDirectory(atPath: pki.folder)
        return try Dictionary(
            uniqueKeysWithValues: files.map {
                ($0, try Data(contentsOf: URL(fileURLWithPath: "\(pki.folder)/\($0)")))
            })
    }

    @Test("openssl accepts each certificate for its own part and authority, and for no other")
    func chainsVerify() async throws {
        let pki = try DevelopmentPKI.ensure(at: folder, now: now)
        let authorities = [pki.applicationAuthority, pki.sourceAuthority, pki.foreignAuthority]
        let expected: [(DevelopmentIdentity, authority: Int, purpose: String)] =
            [
                (pki.gatewayServer, 0, "sslserver"), (pki.sourceServer, 1, "sslserver"),
                (pki.gatewayClient, 1, "sslclient"), (pki.foreignClient, 2, "sslclient"),
            ] + ApplicationName.allCases.map { (pki.application($0), 0, "sslclient") }
        for (identity, authority, purpose) in expected {
            for index in authorities.indices {
                #expect(
                    try await verify(identity, against: authorities[index], purpose: purpose)
                        == (index == authority), "\(identity.certificate) \(index)")
            }
            let other = purpose == "sslserver" ? "sslclient" : "sslserver"
            #expect(try await !verify(identity, against: authorities[authority], purpose: other))
        }
    }

    @Test("servers are valid for localhost and both loopback addresses, and nothing else")
    func serversBearTheirNames() async throws {
        let pki = try DevelopmentPKI.ensure(at: folder, now: now)
        for (server, authority) in [
            (pki.gatewayServer, pki.applicationAuthority), (pki.sourceServer, pki.sourceAuthority),
        ] {
            for (option, name, isValid) in [
                ("-verify_hostname", "localhost", true), ("-verify_ip", "127.0.0.1", true),
                ("-verify_ip", "::1", true), ("-verify_hostname", "example.org", false),
                ("-verify_ip", "127.0.0.2", false),
            ] {
                let result = try await OpenSSL.run([
                    "verify", "-no-CApath", "-CAfile", authority, option, name, server.certificate,
                ])
                #expect(result.succeeded == isValid, "\(name)")
            }
        }
    }

    @Test("applications bear their organisation and id", arguments: ApplicationName.allCases)
    func applicationsBearTheirNames(application: ApplicationName) async throws {
        let pki = try DevelopmentPKI.ensure(at: folder, now: now)
        let result = try await OpenSSL.run([
            "x509", "-noout", "-subject", "-nameopt", "RFC2253", "-in",
            pki.application(application).certificate,
        ])
        let subject = "subject=CN=\(application.rawValue),O=\(application.organisation),C=BE\n"
        #expect(result.output == subject)
    }

    @Test("private keys can be read by their owner alone, and fit their certificates")
    func keysArePrivate() async throws {
        let pki = try DevelopmentPKI.ensure(at: folder, now: now)
        #expect(try mode(pki.folder) == 0o700)
        for identity in identities(pki) {
            #expect(try mode(identity.privateKey) == 0o600)
            #expect(try mode(identity.combined) == 0o600)
            #expect(try mode(identity.certificate) == 0o644)
            let certificate = try String(contentsOfFile: identity.certificate, encoding: .utf8)
            let key = try String(contentsOfFile: identity.privateKey, encoding: .utf8)
            #expect(
                try String(contentsOfFile: identity.combined, encoding: .utf8) == certificate + key)
            let ofKey = try await OpenSSL.run(["pkey", "-pubout", "-in", identity.privateKey])
            let ofCertificate = try await OpenSSL.run([
                "x509", "-pubkey", "-noout", "-in", identity.certificate,
            ])
            #expect(ofKey.succeeded && ofKey.output == ofCertificate.output)
        }
    }

    @Test("a good set is left as it is")
    func isIdempotent() throws {
        let pki = try DevelopmentPKI.ensure(at: folder, now: now)
        let before = try contents(pki)
        #expect(before.count == 3 + 9 * 3)
        #expect(
            try DevelopmentPKI.ensure(at: folder, now: now.addingTimeInterval(86400)) == pki)
        #expect(try contents(pki) == before)
    }

    @Test(
        "a set that is about to expire, or not valid yet, is made anew",
        arguments: [364.5, 400, -1])
    func recreatesExpired(days: Double) async throws {
        let pki = try DevelopmentPKI.ensure(at: folder, now: now)
        let before = try contents(pki)
        let then = now.addingTimeInterval(days * 86400)
        _ = try DevelopmentPKI.ensure(at: folder, now: then)
        let after = try contents(pki)
        #expect(after.keys == before.keys)
        #expect(after.allSatisfy { before[$0.key] != $0.value })
        let result = try await OpenSSL.run([
            "verify", "-CAfile", pki.applicationAuthority, "-attime",
            String(Int(then.timeIntervalSince1970)), pki.gatewayServer.certificate,
        ])
        #expect(result.succeeded)
    }

    @Test("a set with any file missing, swapped, damaged or open to others is made anew")
    func recreatesIncomplete() async throws {
        let pki = DevelopmentPKI(folder: folder)
        let files = FileManager.default
        let damages: [() throws -> Void] = [
            { try files.removeItem(atPath: pki.sourceAuthority) },
            { try files.removeItem(atPath: pki.application(.dpoConsole).combined) },
            {
                try files.removeItem(atPath: pki.gatewayClient.privateKey)
                try files.copyItem(
                    atPath: pki.foreignClient.privateKey, toPath: pki.gatewayClient.privateKey)
            },
            {
                try files.removeItem(atPath: pki.applicationAuthority)
                try files.copyItem(atPath: pki.sourceAuthority, toPath: pki.applicationAuthority)
            },
            {
                try "not PEM".write(
                    toFile: pki.gatewayServer.certificate, atomically: true, encoding: .utf8)
            },
            {
                try files.setAttributes(
                    [.posixPermissions: 0o644], ofItemAtPath: pki.gatewayServer.privateKey)
            },
            { try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: pki.folder) },
        ]
        for (index, damage) in damages.enumerated() {
            _ = try DevelopmentPKI.ensure(at: folder, now: now)
            let before = try CertificateFingerprint(ofPEMFile: pki.gatewayClient.certificate)
            try damage()
            _ = try DevelopmentPKI.ensure(at: folder, now: now)
            let after = try CertificateFingerprint(ofPEMFile: pki.gatewayClient.certificate)
            #expect(before != after, "damage \(index)")
            #expect(try mode(pki.folder) == 0o700)
            #expect(
                try await verify(
                    pki.gatewayClient, against: pki.sourceAuthority, purpose: "sslclient"))
        }
    }

    @Test("fingerprints are those of openssl")
    func fingerprints() async throws {
        let pki = try DevelopmentPKI.ensure(at: folder, now: now)
        let identity = pki.application(.parkingSchaerbeek)
        let result = try await OpenSSL.run([
            "x509", "-noout", "-fingerprint", "-sha256", "-in", identity.certificate,
        ])
        let expected = result.output.split(separator: "=").last?
            .filter(\.isHexDigit).lowercased()
        #expect(try CertificateFingerprint(ofPEMFile: identity.certificate).hexadecimal == expected)
        #expect(
            try CertificateFingerprint(ofPEMFile: identity.combined).hexadecimal == expected)
        #expect(throws: DevelopmentCertificateFailure.notACertificate(path: identity.privateKey)) {
            try CertificateFingerprint(ofPEMFile: identity.privateKey)
        }
        #expect(throws: DevelopmentCertificateFailure.cannotRead(path: "/nowhere.pem")) {
            try CertificateFingerprint(ofPEMFile: "/nowhere.pem")
        }
    }

    @Test("a folder that cannot be made is an error that names it")
    func refusesImpossibleFolder() {
        #expect(throws: DevelopmentCertificateFailure.cannotCreateFolder(path: "/dev/null/x")) {
            try DevelopmentPKI.ensure(at: "/dev/null/x", now: now)
        }
    }
}
