import AccessRights
import Facts
import Foundation
import TestSupport
import Testing

@testable import HTTPFacade

/// Until when the certificates of applications are known to be valid.
struct SeenCertificatesTests {
    @Test("of one that stands in the register whole before it is seen, of the others after")
    func knows() async throws {
        let folder = try TemporaryFolder()
        let authority = try await OpenSSLAuthority("Own", in: folder.path + "/own")
        func der(_ name: String) async throws -> [UInt8] {
            let path = try await authority.issue(name).certificate
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let lines = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }
            return Array(try #require(Data(base64Encoded: lines.joined())))
        }
        let (whole, short) = (try await der("whole"), try await der("short"))
        let known = [whole, short].map { CertificateFingerprint(ofCertificate: $0) }
        let register = try ApplicationRegister([
            RegisteredApplication(
                id: try ApplicationID(parsing: "desk"),
                organisation: try EnterpriseNumber(parsing: "1990000332"),
                organisationName: LocalizedText(nl: "Test", fr: "Test"), contact: "test@example",
                certificates: Set(known.map { .fingerprint($0) }), roles: [.consumer],
                encodings: [known[0]: whole])
        ])
        let seen = SeenCertificates()
        let before = seen.lifetimes(in: register)
        #expect(before.map(\.fingerprint) == [known[0]])
        #expect(before.first?.end == (try PresentedCertificate(der: whole)).notAfter)
        #expect(seen.unseen(in: register).map(\.certificate) == [.fingerprint(known[1])])
        seen.note(try PresentedCertificate(der: short))
        #expect(seen.lifetimes(in: register).count == 2)
        #expect(seen.unseen(in: register).isEmpty)
        withExtendedLifetime(folder) {}
    }
}
