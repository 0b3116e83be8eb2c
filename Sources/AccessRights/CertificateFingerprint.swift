import Crypto

/// The SHA-256 of a certificate (DER), by which an application is known.
public struct CertificateFingerprint: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 64 small hexadecimal digits.
    public let hexadecimal: String

    /// The fingerprint of a certificate.
    ///
    /// - Parameter der: the bytes of the certificate, not of its PEM text.
    public init(ofCertificate der: some Collection<UInt8>) {
        let hash = AuthorisationHash(bytes: Array(SHA256.hash(data: Array(der))))
        hexadecimal = hash.hexadecimal
    }

    /// Reads 64 hexadecimal digits, in pairs with colons between as `openssl x509 -fingerprint`
    /// prints them or without.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        var digits: [UInt8] = []
        let bytes = Array(text.utf8)
        guard bytes.count == 64 || bytes.count == 95 else { throw InvalidName() }
        for (index, byte) in bytes.enumerated() {
            if bytes.count == 95, index % 3 == 2 {
                guard byte == UInt8(ascii: ":") else { throw InvalidName() }
                continue
            }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                digits.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(byte + 0x20)
            default: throw InvalidName()
            }
        }
        hexadecimal = String(decoding: digits, as: UTF8.self)
    }

    /// The 32 bytes of the hash.
    public var bytes: [UInt8] {
        let digits = Array(hexadecimal.utf8)
        return stride(from: 0, to: digits.count, by: 2).map { place in
            Self.value(digits[place]) << 4 | Self.value(digits[place + 1])
        }
    }

    /// The value of a small hexadecimal digit.
    private static func value(_ digit: UInt8) -> UInt8 {
        digit < UInt8(ascii: "a") ? digit & 15 : digit - UInt8(ascii: "a") + 10
    }

    public var description: String { hexadecimal }

    public static func < (left: CertificateFingerprint, right: CertificateFingerprint) -> Bool {
        left.hexadecimal < right.hexadecimal
    }
}
