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
            let certificate = try CertificateFingerprint(parsing: notation)
            let found = register.application(presenting: certificate)
            #expect(found?.id.text == "desk" && found?.roles == [.consumer])
        }
        let unknown = CertificateFingerprint(ofCertificate: [1, 2, 3])
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
}
