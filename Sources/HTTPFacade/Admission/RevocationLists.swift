import AccessRights
public import Facts
import SwiftASN1
import X509

/// The revocations of the authorities whose certificates are let in, one list for each authority.
public struct RevocationLists: Sendable {
    /// What the lists say of a certificate.
    enum Standing: Hashable, Sendable {
        case good
        case revoked
        /// Its issuer has no list, or one that should have been replaced by now: who was revoked
        /// since is not known.
        case unknown
    }

    private let lists: [DirectoryName: RevocationList]

    /// Reads lists and checks that the authorities signed them.
    ///
    /// - Parameters:
    ///   - bytes: one list in DER, or any number in PEM. Of two lists of one authority the newer
    ///     counts.
    ///   - authorities: the authorities' certificates in PEM.
    /// - Throws: ``InvalidRevocationLists``. A list that is past its end is no error here.
    public init(
        parsing bytes: [UInt8], authorities: [UInt8], at now: Timestamp
    ) throws(InvalidRevocationLists) {
        let issuers = try Self.certificates(authorities)
        var lists: [DirectoryName: RevocationList] = [:]
        for der in try Self.encodings(bytes) {
            let list = try RevocationList(der: der)
            try Self.check(list, issuers, at: now)
            if let other = lists[list.issuer], list.thisUpdate < other.thisUpdate { continue }
            lists[list.issuer] = list
        }
        self.lists = lists
    }

    /// Until when the lists can be used: the earliest end.
    public var end: Timestamp? { lists.values.map(\.nextUpdate).min() }

    /// How many certificates are revoked.
    public var count: Int { lists.values.reduce(0) { $0 + $1.serials.count } }

    func standing(of certificate: PresentedCertificate, at now: Timestamp) -> Standing {
        guard let list = lists[certificate.identity.names.issuer] else { return .unknown }
        // Who is on an old list stays revoked.
        if list.serials.contains(certificate.serial) { return .revoked }
        return now < list.nextUpdate ? .good : .unknown
    }

    private static func check(
        _ list: RevocationList, _ issuers: [Certificate], at now: Timestamp
    ) throws(InvalidRevocationLists) {
        // As much as clocks may differ.
        guard list.thisUpdate.milliseconds <= now.milliseconds + 300_000 else {
            throw .notYetIssued
        }
        // While an authority's key is replaced, two have one name.
        var failure = InvalidRevocationLists.foreignIssuer
        for issuer in issuers {
            do throws(InvalidRevocationLists) {
                if try list.isIssued(by: issuer) { return }
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private static func encodings(
        _ bytes: [UInt8]
    ) throws(InvalidRevocationLists) -> [[UInt8]] {
        // DER begins with the byte of a sequence, `0`, which no PEM begins with.
        if bytes.first == 0x30 { return [bytes] }
        let text = String(decoding: bytes, as: UTF8.self)
        let documents = (try? PEMDocument.parseMultiple(pemString: text)) ?? []
        let lists = documents.filter { $0.discriminator == "X509 CRL" }
        guard !lists.isEmpty else { throw .malformed }
        return lists.map(\.derBytes)
    }

    private static func certificates(
        _ bytes: [UInt8]
    ) throws(InvalidRevocationLists) -> [Certificate] {
        do {
            let text = String(decoding: bytes, as: UTF8.self)
            return try PEMDocument.parseMultiple(pemString: text)
                .filter { $0.discriminator == "CERTIFICATE" }
                .map { try Certificate(derEncoded: $0.derBytes) }
        } catch {
            throw .malformedAuthority
        }
    }
}
