import AccessRights
import Testing

@Suite("The register of applications")
struct ApplicationRegisterTests {
    private static let one = String(repeating: "1a", count: 32)
    private static let two = String(repeating: "2b", count: 32)

    private static func entry(_ id: String, _ certificates: [String], roles: String) -> String {
        """
          - id: \(id)
            organisation: "1990000134"
            organisationName: {nl: Gemeente, fr: Commune}
            contact: desk@example.example
            certificates: [\(certificates.map { "\"\($0)\"" }.joined(separator: ", "))]
            roles: [\(roles)]

        """
    }

    private static func certificate(
        _ fingerprint: String, issuer: String = "CN=CA,C=BE", subject: String = "CN=desk,C=BE"
    ) throws -> ClientCertificate {
        ClientCertificate(
            fingerprint: try CertificateFingerprint(parsing: fingerprint),
            names: CertificateNames(
                issuer: try DirectoryName(parsing: issuer),
                subject: try DirectoryName(parsing: subject)))
    }

    /// An application that is known by names, and by fingerprints where there are some.
    private static func named(
        _ id: String, subject: String, _ certificates: [String] = []
    ) -> String {
        let own =
            certificates.isEmpty ? "" : "    certificates: [\"\(certificates.joined())\"]\n"
        return """
              - id: \(id)
                organisation: "1990000134"
                organisationName: {nl: Gemeente, fr: Commune}
                contact: desk@example.example
                certificateNames:
                  - {issuer: "CN=CA,C=BE", subject: '\(subject)'}
                roles: [consumer]

            """ + own
    }

    @Test("an application is found by issuer and subject, whatever its certificate")
    func findsByNames() throws {
        let text = "applications:\n" + Self.named("desk", subject: #"CN=The\, desk,O=City"#)
        let register = try ApplicationRegister(parsing: text.utf8)
        func found(_ issuer: String, _ subject: String) throws -> String? {
            register.application(
                presenting: try Self.certificate(Self.one, issuer: issuer, subject: subject))?.id
                .text
        }
        #expect(try found("CN=CA,C=BE", #"CN=The\, desk,O=City"#) == "desk")
        #expect(try found("cn=ca,2.5.4.6=be", #"CN=the\2C  DESK , o=CITY"#) == "desk")
        #expect(try found("CN=CA2,C=BE", #"CN=The\, desk,O=City"#) == nil)
        #expect(try found("CN=CA,C=BE", #"O=City,CN=The\, desk"#) == nil)
        #expect(try found("CN=CA,C=BE", #"CN=The\, desk"#) == nil)
    }

    @Test(
        "a fingerprint goes before names: a certificate can be moved to an application of its own")
    func fingerprintFirst() throws {
        let text =
            "applications:\n" + Self.named("desk", subject: "CN=desk,C=BE")
            + Self.entry("other", [Self.one], roles: "consumer")
        let register = try ApplicationRegister(parsing: text.utf8)
        let moved = register.application(presenting: try Self.certificate(Self.one))
        #expect(moved?.id.text == "other")
        let renewed = register.application(presenting: try Self.certificate(Self.two))
        #expect(renewed?.id.text == "desk")
    }

    @Test("names that occur twice, or are no names, are refused with their place")
    func wrongNames() {
        let first = "applications:\n" + Self.named("desk", subject: "CN=a")
        #expect(
            Self.issues(first + Self.named("other", subject: "cn= A "))
                == ["14 applications[1].certificateNames"])
        #expect(
            Self.issues("applications:\n" + Self.named("desk", subject: "a"))
                == ["7 applications[0].certificateNames[0].subject"])
    }

    @Test(
        "what is no distinguished name is refused",
        arguments: [
            "", "CN", "CN=", "CN=  ", "=a", "CN=a,", ",CN=a", "CN=a;O=b", #"CN=a\"#, #"CN=a\4"#,
            #"CN=a\zz"#, #"CN="a""#, "X=a", "1=a", "1..2=a", "01.2=a", "CN=a+CN=a", #"CN=\ff"#,
        ])
    func noName(_ text: String) {
        #expect(throws: InvalidName.self) { try DirectoryName(parsing: text) }
    }

    private static func issues(_ text: String) -> [String] {
        do throws(InvalidApplicationRegister) {
            _ = try ApplicationRegister(parsing: text.utf8)
            return []
        } catch {
            return error.issues.map { "\($0.line ?? 0) \($0.path)" }
        }
    }

    @Test("an application is found by any of its certificates, in any notation")
    func finds() throws {
        let text = "applications:\n" + Self.entry("desk", [Self.one, Self.two], roles: "consumer")
        let register = try ApplicationRegister(parsing: text.utf8)
        let colons = Array(repeating: "1A", count: 32).joined(separator: ":")
        for notation in [Self.one, Self.two, colons] {
            let certificate = try Self.certificate(notation)
            let found = register.application(presenting: certificate)
            #expect(found?.id.text == "desk" && found?.roles == [.consumer])
        }
        let unknown = try Self.certificate(String(repeating: "3c", count: 32))
        #expect(register.application(presenting: unknown) == nil)
        #expect(register.application(try ApplicationID(parsing: "desk"))?.certificates.count == 2)
    }

    @Test("a fingerprint is the SHA-256 of the certificate")
    func fingerprint() {
        #expect(
            CertificateFingerprint(ofCertificate: Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(
        "what is no fingerprint is refused",
        arguments: [
            "", "1a", String(repeating: "1g", count: 32), String(repeating: "1a", count: 33),
            Array(repeating: "1A", count: 32).joined(separator: "-"),
            String(repeating: "1A:", count: 31) + "1",
        ])
    func noFingerprint(_ text: String) {
        #expect(throws: InvalidName.self) { try CertificateFingerprint(parsing: text) }
    }

    @Test("an id, a certificate or a role that occurs twice is named with its line")
    func duplicates() {
        let first = "applications:\n" + Self.entry("desk", [Self.one], roles: "consumer")
        #expect(
            Self.issues(first + Self.entry("desk", [Self.two], roles: "auditor"))
                == ["8 applications[1].id"])
        #expect(
            Self.issues(first + Self.entry("other", [Self.two, Self.one], roles: "auditor"))
                == ["12 applications[1].certificates[1]"])
        #expect(
            Self.issues(first + Self.entry("other", [Self.two], roles: "auditor, auditor"))
                == ["13 applications[1].roles[1]"])
    }

    @Test("an application without certificate, without role or with an unknown one is refused")
    func incomplete() {
        #expect(
            Self.issues("applications:\n" + Self.entry("desk", [], roles: "")) == [
                "6 applications[0].certificates", "7 applications[0].roles",
            ])
        #expect(
            Self.issues("applications:\n" + Self.entry("desk", [Self.one], roles: "root"))
                == ["7 applications[0].roles[0]"])
        #expect(Self.issues("applications: []\nmore: 1\n") == ["2 more"])
    }

    /// A register with one certificate in PEM, of bytes that begin as a certificate does.
    private static func given(_ lines: [String]) -> String {
        """
        applications:
          - id: desk
            organisation: "1990000134"
            organisationName: {nl: Gemeente, fr: Commune}
            contact: desk@example.example
            certificates:
              - |
        \(lines.map { "        \($0)" }.joined(separator: "\n"))
              - "\(one)"
            roles: [consumer]

        """
    }

    @Test("a certificate can stand there whole, and is known by its fingerprint", arguments: 0...2)
    func takesWhole(padding: Int) throws {
        let bytes = [0x30] + [UInt8](0..<UInt8(101 + padding))
        let text = Self.base64(bytes)
        let lines =
            ["-----BEGIN CERTIFICATE-----", String(text.prefix(64))]
            + [String(text.dropFirst(64)), "-----END CERTIFICATE-----"]
        let register = try ApplicationRegister(parsing: Array(Self.given(lines).utf8))
        let application = try #require(register.applications.first)
        let fingerprint = CertificateFingerprint(ofCertificate: bytes)
        #expect(application.encodings == [fingerprint: bytes])
        #expect(
            application.certificates == [
                .fingerprint(fingerprint),
                .fingerprint(try CertificateFingerprint(parsing: Self.one)),
            ])
    }

    @Test(
        "what is no whole certificate is refused",
        arguments: [
            ["-----BEGIN CERTIFICATE-----", "MAEC", "-----END PRIVATE KEY-----"],
            ["-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"],
            ["-----BEGIN CERTIFICATE-----", "MAE", "-----END CERTIFICATE-----"],
            ["-----BEGIN CERTIFICATE-----", "MA!C", "-----END CERTIFICATE-----"],
            ["-----BEGIN CERTIFICATE-----", "AAEC", "-----END CERTIFICATE-----"],
            ["-----BEGIN PRIVATE KEY-----", "MAEC", "-----END PRIVATE KEY-----"],
        ])
    func refusesHalf(lines: [String]) {
        #expect(throws: InvalidApplicationRegister.self) {
            try ApplicationRegister(parsing: Array(Self.given(lines).utf8))
        }
    }

    /// Base64 with its padding, written apart from what reads it.
    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = part + [UInt8](repeating: 0, count: 3 - part.count)
            let value = UInt32(bits[0]) << 16 | UInt32(bits[1]) << 8 | UInt32(bits[2])
            for place in 0..<4 {
                let isThere = place <= part.count
                text.append(isThere ? digits[Int(value >> UInt32(18 - 6 * place) & 63)] : "=")
            }
        }
        return text
    }
}
