import AccessRights
import Facts
import Foundation
import SwiftASN1
import X509

/// What a list of revocations says, `TBSCertList` of RFC 5280 §5.1.
struct RevocationListContent {
    let issuer: DirectoryName
    let thisUpdate: Timestamp
    let nextUpdate: Timestamp
    let serials: Set<[UInt8]>

    /// Reads the content and the algorithm with which it says to be signed.
    static func read(
        _ node: ASN1Node
    ) throws -> (RevocationListContent, Certificate.SignatureAlgorithm) {
        try DER.sequence(node, identifier: .sequence) { nodes in
            var next = nodes.next()
            if next?.identifier == .integer { next = nodes.next() }
            guard let signature = next, let issuer = nodes.next(), let issued = nodes.next(),
                let end = nodes.next()
            else { throw InvalidRevocationLists.malformed }
            var serials: Set<[UInt8]> = []
            var ahead = nodes
            if let revoked = ahead.next(), revoked.identifier == .sequence {
                serials = try Self.serials(revoked)
                nodes = ahead
            }
            // The extensions of the list itself stand in a box of their own.
            _ = try DER.optionalExplicitlyTagged(
                &nodes, tagNumber: 0, tagClass: .contextSpecific
            ) { try refuseCritical($0) }
            let content = RevocationListContent(
                issuer: try DirectoryName(
                    DistinguishedName(derEncoded: issuer)),
                thisUpdate: try time(issued), nextUpdate: try time(end), serials: serials)
            return (content, try algorithm(signature))
        }
    }

    private static func serials(_ node: ASN1Node) throws -> Set<[UInt8]> {
        try DER.sequence(node, identifier: .sequence) { entries in
            var serials: Set<[UInt8]> = []
            while let entry = entries.next() {
                try DER.sequence(entry, identifier: .sequence) { nodes in
                    let serial = try ArraySlice<UInt8>(derEncoded: &nodes)
                    guard let day = nodes.next(), isTime(day) else {
                        throw InvalidRevocationLists.malformed
                    }
                    if let extensions = nodes.next() { try refuseCritical(extensions) }
                    serials.insert(PresentedCertificate.significant(serial))
                }
            }
            return serials
        }
    }

    private static func refuseCritical(_ extensions: ASN1Node) throws {
        try DER.sequence(extensions, identifier: .sequence) { nodes in
            while let node = nodes.next() {
                try DER.sequence(node, identifier: .sequence) { parts in
                    _ = try ASN1ObjectIdentifier(derEncoded: &parts)
                    let isCritical = try DER.decodeDefault(&parts, defaultValue: false)
                    _ = try ASN1OctetString(derEncoded: &parts)
                    if isCritical { throw InvalidRevocationLists.unsupported }
                }
            }
        }
    }

    /// The algorithms that are still good for a signature.
    static func algorithm(_ node: ASN1Node) throws -> Certificate.SignatureAlgorithm {
        try DER.sequence(node, identifier: .sequence) { nodes in
            let identifier = try ASN1ObjectIdentifier(derEncoded: &nodes)
            // Parameters are none, or `NULL`.
            if let parameters = nodes.next() { _ = try ASN1Null(derEncoded: parameters) }
            guard let known = algorithms[identifier] else {
                throw InvalidRevocationLists.unsupported
            }
            return known
        }
    }

    private static let algorithms: [ASN1ObjectIdentifier: Certificate.SignatureAlgorithm] = [
        [1, 2, 840, 113549, 1, 1, 11]: .sha256WithRSAEncryption,
        [1, 2, 840, 113549, 1, 1, 12]: .sha384WithRSAEncryption,
        [1, 2, 840, 113549, 1, 1, 13]: .sha512WithRSAEncryption,
        [1, 2, 840, 10045, 4, 3, 2]: .ecdsaWithSHA256,
        [1, 2, 840, 10045, 4, 3, 3]: .ecdsaWithSHA384,
        [1, 2, 840, 10045, 4, 3, 4]: .ecdsaWithSHA512,
        [1, 3, 101, 112]: .ed25519,
    ]

    private static func isTime(_ node: ASN1Node) -> Bool {
        [.utcTime, .generalizedTime].contains(node.identifier)
    }

    private static func time(_ node: ASN1Node) throws -> Timestamp {
        var parts = DateComponents()
        parts.timeZone = TimeZone(secondsFromGMT: 0)
        if node.identifier == .utcTime {
            let time = try UTCTime(derEncoded: node)
            (parts.year, parts.month, parts.day) = (time.year, time.month, time.day)
            (parts.hour, parts.minute, parts.second) = (time.hours, time.minutes, time.seconds)
        } else {
            let time = try GeneralizedTime(derEncoded: node)
            (parts.year, parts.month, parts.day) = (time.year, time.month, time.day)
            (parts.hour, parts.minute, parts.second) = (time.hours, time.minutes, time.seconds)
        }
        guard let date = Calendar(identifier: .gregorian).date(from: parts) else {
            throw InvalidRevocationLists.malformed
        }
        return Timestamp(date)
    }
}
