import Crypto
import Foundation
import SwiftASN1

/// The SHA-256 of a certificate's DER bytes: what a registered application is recognised by.
public struct CertificateFingerprint: Hashable, Sendable {
    /// 64 hexadecimal digits in small letters.
    public let hexadecimal: String

    /// Takes the fingerprint of a certificate in DER.
    public init(ofDER bytes: some Sequence<UInt8>) {
        hexadecimal = SHA256.hash(data: Array(bytes)).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    /// Takes the fingerprint of the first certificate in a PEM file.
    ///
    /// - Throws: ``DevelopmentCertificateFailure`` when the file cannot be read or holds none.
    public init(ofPEMFile path: String) throws(DevelopmentCertificateFailure) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .cannotRead(path: path)
        }
        let documents = try? PEMDocument.parseMultiple(pemString: text)
        guard let document = documents?.first(where: { $0.discriminator == "CERTIFICATE" }) else {
            throw .notACertificate(path: path)
        }
        self.init(ofDER: document.derBytes)
    }
}

extension CertificateFingerprint: CustomStringConvertible {
    public var description: String { hexadecimal }
}
