import AccessRights
import Facts
import SwiftASN1
import X509

/// One list of revoked certificates (CRL, RFC 5280 §5), as it is signed.
///
/// Complete lists alone: one with a critical extension, which a delta or an indirect list has, is
/// refused, because whoever does not understand it must not use it (§5.2).
struct RevocationList: Sendable {
    let issuer: DirectoryName
    let thisUpdate: Timestamp
    /// When the next list is there at the latest; a list without it is refused (§5.1.2.5 demands
    /// it).
    let nextUpdate: Timestamp
    /// The serial numbers, without leading zeros.
    let serials: Set<[UInt8]>
    private let signed: [UInt8]
    private let algorithm: Certificate.SignatureAlgorithm
    private let signature: [UInt8]

    /// Reads a list in DER; its signature is not looked at yet.
    init(der: [UInt8]) throws(InvalidRevocationLists) {
        do {
            self = try Self.read(der)
        } catch let failure as InvalidRevocationLists {
            throw failure
        } catch {
            throw .malformed
        }
    }

    private init(
        _ content: RevocationListContent, signed: ArraySlice<UInt8>,
        algorithm: Certificate.SignatureAlgorithm, signature: ArraySlice<UInt8>
    ) {
        issuer = content.issuer
        thisUpdate = content.thisUpdate
        nextUpdate = content.nextUpdate
        serials = content.serials
        self.signed = Array(signed)
        self.algorithm = algorithm
        self.signature = Array(signature)
    }

    private static func read(_ der: [UInt8]) throws -> RevocationList {
        try DER.sequence(try DER.parse(der), identifier: .sequence) { nodes in
            guard let list = nodes.next(), let algorithm = nodes.next(),
                let signature = nodes.next()
            else { throw InvalidRevocationLists.malformed }
            let (content, inner) = try RevocationListContent.read(list)
            let outer = try RevocationListContent.algorithm(algorithm)
            // Both say it; an attacker can change the outer one (§5.1.1.2).
            guard inner == outer else { throw InvalidRevocationLists.malformed }
            let bits = try ASN1BitString(derEncoded: signature)
            guard bits.paddingBits == 0 else { throw InvalidRevocationLists.malformed }
            return RevocationList(
                content, signed: list.encodedBytes, algorithm: outer, signature: bits.bytes)
        }
    }

    /// Whether this authority is the one that issued the list.
    ///
    /// - Throws: ``InvalidRevocationLists/wrongSignature`` when it bears the name and did not sign.
    func isIssued(by authority: Certificate) throws(InvalidRevocationLists) -> Bool {
        guard let name = try? DirectoryName(authority.subject), name == issuer,
            mayIssue(authority)
        else { return false }
        guard
            authority.publicKey.isValidSignature(
                signature, for: signed, signatureAlgorithm: algorithm)
        else { throw .wrongSignature }
        return true
    }

    private func mayIssue(_ authority: Certificate) -> Bool {
        do {
            return try authority.extensions.keyUsage?.cRLSign ?? true
        } catch {
            return false
        }
    }
}
