import AccessRights
import Facts
import Foundation
import SwiftASN1
import X509

/// A client's certificate as a connection presents it, read once.
struct PresentedCertificate: Hashable, Sendable {
    /// What the register of applications knows it by.
    let identity: ClientCertificate
    /// The serial number, without leading zeros.
    let serial: [UInt8]
    /// What its issuer's key is called (RFC 5280 §4.2.1.1), where it says so.
    let authorityKey: [UInt8]?
    let notBefore: Timestamp
    let notAfter: Timestamp

    /// Reads a certificate in DER.
    ///
    /// - Throws: when it cannot be read.
    init(der: [UInt8]) throws {
        let certificate = try Certificate(derEncoded: der)
        identity = ClientCertificate(
            fingerprint: CertificateFingerprint(ofCertificate: der),
            names: CertificateNames(
                issuer: try DirectoryName(certificate.issuer),
                subject: try DirectoryName(certificate.subject)))
        serial = Self.significant(certificate.serialNumber.bytes)
        authorityKey = try certificate.extensions.authorityKeyIdentifier?.keyIdentifier.map {
            Array($0)
        }
        notBefore = Timestamp(certificate.notValidBefore)
        notAfter = Timestamp(certificate.notValidAfter)
    }

    /// A serial number without the zeros that stand before it in some encodings.
    static func significant(_ serial: ArraySlice<UInt8>) -> [UInt8] {
        Array(serial.drop { $0 == 0 })
    }
}

extension DirectoryName {
    /// The name of a certificate or of a list of revocations.
    init(_ name: DistinguishedName) throws {
        self.init(
            try name.map { part in
                Set(
                    try part.map { attribute in
                        NameAttribute(
                            type: String(describing: attribute.type),
                            value: try Self.text(of: attribute.value))
                    })
            })
    }

    /// Text as text; what is none by its bytes, as RFC 4514 writes it.
    private static func text(of value: RelativeDistinguishedName.Attribute.Value) throws -> String {
        if let text = String(value) { return text }
        var serializer = DER.Serializer()
        try serializer.serialize(ASN1Any(value))
        return serializer.serializedBytes.reduce(into: "#") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}

extension Timestamp {
    init(_ date: Date) {
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
