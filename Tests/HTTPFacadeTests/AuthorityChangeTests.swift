import Facts
import Foundation
import TestSupport
import Testing

@testable import HTTPFacade

/// What lists of revocations say while an authority's key is replaced, and of those between.
struct AuthorityChangeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private func presented(
        _ identity: OpenSSLAuthority.Identity
    ) throws -> PresentedCertificate {
        let text = String(decoding: try read(identity.certificate), as: UTF8.self)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }
        let der = try #require(Data(base64Encoded: lines.joined()))
        return try PresentedCertificate(der: Array(der))
    }

    private func lists(
        _ files: [String], _ authorities: [OpenSSLAuthority]
    ) throws -> RevocationLists {
        try RevocationLists(
            parsing: try files.flatMap { try read($0) },
            authorities: try authorities.flatMap { try read($0.certificate) }, at: .present)
    }

    @Test("of two keys of one authority each has its list, in whatever order they come")
    func keepsBothLists() async throws {
        let old = try await OpenSSLAuthority("Own", in: folder.path + "/old")
        let new = try await OpenSSLAuthority("Own", in: folder.path + "/new", serial: "5000")
        let revoked = try await old.issue("revoked", extensions: "keyed")
        let good = try await old.issue("good", extensions: "keyed")
        let renewed = try await new.issue("good", extensions: "keyed")
        try await old.revoke(revoked)
        let files = [try await old.writeList(), try await new.writeList()]
        for files in [files, files.reversed()] {
            let lists = try lists(files, [old, new])
            #expect(lists.standing(of: try presented(revoked), at: .present) == .revoked)
            #expect(lists.standing(of: try presented(good), at: .present) == .good)
            #expect(lists.standing(of: try presented(renewed), at: .present) == .good)
        }
        // With the list of the new key alone nobody can say who was revoked by the old one.
        let half = try lists([files[1]], [old, new])
        #expect(half.standing(of: try presented(good), at: .present) == .unknown)
        #expect(half.standing(of: try presented(renewed), at: .present) == .good)
    }

    @Test("of a certificate that does not say which key issued it, both lists must be in force")
    func needsBothWithoutName() async throws {
        let old = try await OpenSSLAuthority("Own", in: folder.path + "/old")
        let new = try await OpenSSLAuthority("Own", in: folder.path + "/new", serial: "5000")
        let unnamed = try await old.issue("somebody", extensions: "unnamed")
        let files = [try await old.writeList(), try await new.writeList()]
        let both = try lists(files, [old, new])
        #expect(both.standing(of: try presented(unnamed), at: .present) == .good)
        let half = try lists([files[0]], [old, new])
        #expect(half.standing(of: try presented(unnamed), at: .present) == .unknown)
    }

    @Test("whom a revoked authority vouches for is revoked too")
    func looksAbove() async throws {
        let root = try await OpenSSLAuthority("Root", in: folder.path + "/root")
        let between = try await root.issueAuthority("Between", in: folder.path + "/between")
        let leaf = try presented(try await between.issue("somebody", extensions: "keyed"))
        let below = try await between.writeList()
        let before = try lists([below, try await root.writeList()], [root, between])
        #expect(before.standing(of: leaf, at: .present) == .good)
        // Without a list of the root nobody can say whether the one between still counts.
        let silent = try lists([below], [root, between])
        #expect(silent.standing(of: leaf, at: .present) == .unknown)
        // One that is trusted as it is needs no list above it.
        let trusted = try lists([below], [between])
        #expect(trusted.standing(of: leaf, at: .present) == .good)
        try await root.revoke(between.identity)
        let after = try lists([below, try await root.writeList()], [root, between])
        #expect(after.standing(of: leaf, at: .present) == .revoked)
        let stale = try lists([below, try await root.writeList(until: -3600)], [root, between])
        #expect(stale.standing(of: leaf, at: .present) == .revoked)
    }
}
