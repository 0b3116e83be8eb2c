import Facts
import Foundation
import HTTPFacade
import TestSupport
import Testing

/// Lists of revocations as OpenSSL makes them.
struct RevocationListsTests {
    private struct Files {
        let folder: TemporaryFolder
        let authority: OpenSSLAuthority
        let list: String
        var bytes: [UInt8] { get throws { try read(list) } }
        var authorities: [UInt8] { get throws { try read(authority.certificate) } }

        init(extensions: String? = nil) async throws {
            folder = try TemporaryFolder()
            authority = try await OpenSSLAuthority("Own", in: folder.path + "/own")
            try await authority.revoke(try await authority.issue("somebody"))
            list = try await authority.writeList(extensions: extensions)
        }

        func der() async throws -> [UInt8] {
            try await authority.run(["crl", "-in", list, "-outform", "DER", "-out", list + ".der"])
            return try read(list + ".der")
        }
    }

    private static func failure(
        _ bytes: [UInt8], _ authorities: [UInt8]
    ) -> InvalidRevocationLists? {
        do throws(InvalidRevocationLists) {
            _ = try RevocationLists(parsing: bytes, authorities: authorities, at: .present)
            return nil
        } catch {
            return error
        }
    }

    @Test("a list can be in PEM or in DER, and says how much it holds and until when")
    func forms() async throws {
        let files = try await Files()
        for bytes in [try files.bytes, try await files.der()] {
            let lists = try RevocationLists(
                parsing: bytes, authorities: try files.authorities, at: .present)
            #expect(lists.count == 1)
            let end = try #require(lists.end)
            let left = end.milliseconds - Int64(Date().timeIntervalSince1970 * 1000)
            #expect((3_500_000...3_600_000).contains(left))
        }
    }

    @Test("several lists stand in one file; the newer one of an authority counts")
    func several() async throws {
        let (one, other) = (try await Files(), try await Files())
        let foreign = try await OpenSSLAuthority("Second", in: one.folder.path + "/second")
        let lists = try RevocationLists(
            parsing: try one.bytes + read(try await foreign.writeList()),
            authorities: try one.authorities + read(foreign.certificate), at: .present)
        #expect(lists.count == 1)
        // The other one bears the same name with another key.
        let replaced = try RevocationLists(
            parsing: try other.bytes, authorities: try one.authorities + other.authorities,
            at: .present)
        #expect(replaced.count == 1)
    }

    @Test("a list of another authority, or with its name and another key, is refused")
    func foreign() async throws {
        let (files, namesake) = (try await Files(), try await Files())
        let stranger = try await OpenSSLAuthority("Stranger", in: files.folder.path + "/stranger")
        let list = try read(try await stranger.writeList())
        #expect(Self.failure(list, try files.authorities) == .foreignIssuer)
        #expect(Self.failure(try namesake.bytes, try files.authorities) == .wrongSignature)
    }

    @Test("no byte of a list can be changed")
    func flipped() async throws {
        let files = try await Files()
        let (der, authorities) = (try await files.der(), try files.authorities)
        for position in der.indices {
            var changed = der
            changed[position] ^= 1
            #expect(Self.failure(changed, authorities) != nil, "byte \(position)")
        }
        for length in der.indices {
            #expect(Self.failure(Array(der.prefix(length)), authorities) != nil)
        }
    }

    @Test("a list that is not complete is refused", arguments: ["delta", "indirect"])
    func incomplete(extensions: String) async throws {
        let files = try await Files(extensions: extensions)
        #expect(Self.failure(try files.bytes, try files.authorities) == .unsupported)
    }

    @Test("what is no list is refused, and so is an authority that is none")
    func noList() async throws {
        let files = try await Files()
        #expect(Self.failure([], try files.authorities) == .malformed)
        #expect(Self.failure(try files.authorities, try files.authorities) == .malformed)
        #expect(Self.failure(try files.bytes, []) == .foreignIssuer)
        #expect(
            Self.failure(try files.bytes, Array("-----BEGIN CERTIFICATE-----\n".utf8)) != nil)
    }
}

private func read(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}
