import AccessRights
public import Facts
import SwiftASN1
import X509

/// The revocations of the authorities whose certificates are let in, one list for each key of each
/// authority: while a key is replaced, two of them sign lists in one name.
public struct RevocationLists: Sendable {
    /// What the lists say of a certificate.
    enum Standing: Hashable, Sendable {
        case good
        /// It was revoked, or one of the authorities that vouch for it was.
        case revoked
        /// Its issuer, or the issuer of that one's own certificate, has no list, or one that should
        /// have been replaced by now: who was revoked since is not known.
        case unknown
    }

    /// How many authorities may stand between a certificate and a root.
    private static let longestChain = 8

    /// By the name of their issuer, and within it by its key.
    private let lists: [DirectoryName: [[UInt8]: RevocationList]]
    private let authorities: [DirectoryName: [RevocationAuthority]]

    /// Reads lists and checks that the authorities signed them.
    ///
    /// - Parameters:
    ///   - bytes: one list in DER, or any number in PEM. Of two lists that one key signed the newer
    ///     counts.
    ///   - authorities: the authorities' certificates in PEM.
    /// - Throws: ``InvalidRevocationLists``. A list that is past its end is no error here.
    public init(
        parsing bytes: [UInt8], authorities: [UInt8], at now: Timestamp
    ) throws(InvalidRevocationLists) {
        let issuers = try Self.certificates(authorities)
        var lists: [DirectoryName: [[UInt8]: RevocationList]] = [:]
        for der in try Self.encodings(bytes) {
            let list = try RevocationList(der: der)
            let key = try Self.signer(of: list, issuers, at: now).key
            if let other = lists[list.issuer]?[key], list.thisUpdate < other.thisUpdate {
                continue
            }
            lists[list.issuer, default: [:]][key] = list
        }
        self.lists = lists
        self.authorities = Dictionary(grouping: issuers, by: \.name)
    }

    private var all: [RevocationList] { lists.values.flatMap(\.values) }

    /// Until when the lists can be used: the earliest end.
    public var end: Timestamp? { all.map(\.nextUpdate).min() }

    /// How many certificates are revoked.
    public var count: Int { all.reduce(0) { $0 + $1.serials.count } }

    func standing(of certificate: PresentedCertificate, at now: Timestamp) -> Standing {
        standing(of: certificate, at: now, within: Self.longestChain)
    }

    private func standing(
        of certificate: PresentedCertificate, at now: Timestamp, within depth: Int
    ) -> Standing {
        let issuer = certificate.identity.names.issuer
        let named = lists[issuer] ?? [:]
        // Who is on an old list stays revoked, and one key of an authority may revoke what another
        // one issued: within a name no number is given twice (RFC 5280 §4.1.2.2).
        if named.values.contains(where: { $0.serials.contains(certificate.serial) }) {
            return .revoked
        }
        let issuers = (authorities[issuer] ?? []).filter { $0.mayHaveIssued(certificate) }
        guard depth > 0, !issuers.isEmpty else { return .unknown }
        let areInForce = issuers.allSatisfy { authority in
            named[authority.key].map { now < $0.nextUpdate } ?? false
        }
        let above = issuers.map { standing(of: $0, at: now, within: depth - 1) }
        if above.contains(.revoked) { return .revoked }
        return areInForce && !above.contains(.unknown) ? .good : .unknown
    }

    /// Of an authority's own certificate. One whose issuer is not among the authorities is trusted
    /// as it is, as a root is.
    private func standing(
        of authority: RevocationAuthority, at now: Timestamp, within depth: Int
    ) -> Standing {
        guard !authority.isRoot, authorities[authority.own.identity.names.issuer] != nil else {
            return .good
        }
        return standing(of: authority.own, at: now, within: depth)
    }

    /// The authority that signed a list.
    private static func signer(
        of list: RevocationList, _ issuers: [RevocationAuthority], at now: Timestamp
    ) throws(InvalidRevocationLists) -> RevocationAuthority {
        // As much as clocks may differ.
        guard list.thisUpdate.milliseconds <= now.milliseconds + 300_000 else {
            throw .notYetIssued
        }
        // While an authority's key is replaced, two have one name.
        var failure = InvalidRevocationLists.foreignIssuer
        for issuer in issuers {
            do throws(InvalidRevocationLists) {
                if try list.isIssued(by: issuer.certificate) { return issuer }
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
    ) throws(InvalidRevocationLists) -> [RevocationAuthority] {
        do {
            let text = String(decoding: bytes, as: UTF8.self)
            return try PEMDocument.parseMultiple(pemString: text)
                .filter { $0.discriminator == "CERTIFICATE" }
                .map {
                    try RevocationAuthority(
                        Certificate(derEncoded: $0.derBytes), der: $0.derBytes)
                }
        } catch {
            throw .malformedAuthority
        }
    }
}
