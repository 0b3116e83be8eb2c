import Crypto
import CryptoExtras
import Foundation
import SwiftASN1

/// An Ed25519 private key in encrypted PKCS#8, as openssl writes and reads it: PBES2 with PBKDF2 and
/// HMAC-SHA-256, AES-256 in CBC (RFC 5958 §3, RFC 8018 §6.2).
enum EncryptedKey {
    /// The key cannot be opened or closed: it is damaged, in another form, or the passphrase is
    /// another.
    struct Failure: Error {}

    /// The first line of its PEM form.
    static let mark = "-----BEGIN ENCRYPTED PRIVATE KEY-----"

    private static let type = "ENCRYPTED PRIVATE KEY"
    private static let rounds = 600_000
    /// More would keep a start waiting for minutes.
    private static let mostRounds = 10_000_000

    private static let pbes2: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 5, 13]
    private static let pbkdf2: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 5, 12]
    private static let hmacSHA256: ASN1ObjectIdentifier = [1, 2, 840, 113549, 2, 9]
    private static let aes256CBC: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 1, 42]

    /// Makes a new key and its PEM form.
    static func make(passphrase: [UInt8]) throws(Failure) -> String {
        do {
            let key = Curve25519.Signing.PrivateKey()
            let salt = SymmetricKey(size: .bits128).bytes
            let vector = SymmetricKey(size: .bits128).bytes
            let encrypted = try AES._CBC.encrypt(
                key.derRepresentation, using: try derived(passphrase, salt, rounds),
                iv: AES._CBC.IV(ivBytes: vector))
            var writer = DER.Serializer()
            try writer.appendConstructedNode(identifier: .sequence) { info in
                try info.appendConstructedNode(identifier: .sequence) { algorithm in
                    try algorithm.serialize(pbes2)
                    try algorithm.appendConstructedNode(identifier: .sequence) { parameters in
                        try Self.writeDerivation(salt, to: &parameters)
                        try parameters.appendConstructedNode(identifier: .sequence) { cipher in
                            try cipher.serialize(aes256CBC)
                            try cipher.serialize(ASN1OctetString(contentBytes: vector[...]))
                        }
                    }
                }
                try info.serialize(ASN1OctetString(contentBytes: Array(encrypted)[...]))
            }
            return PEMDocument(type: type, derBytes: writer.serializedBytes).pemString + "\n"
        } catch {
            throw Failure()
        }
    }

    /// Opens a key, and returns its seed of 32 bytes.
    static func seed(of pem: String, passphrase: [UInt8]) throws(Failure) -> [UInt8] {
        do {
            let document = try PEMDocument(pemString: pem)
            guard document.discriminator == type else { throw Failure() }
            let closed = try Closed(derEncoded: document.derBytes)
            let opened = try AES._CBC.decrypt(
                closed.content, using: try derived(passphrase, closed.salt, closed.rounds),
                iv: AES._CBC.IV(ivBytes: closed.vector))
            let key = try Curve25519.Signing.PrivateKey(derRepresentation: Array(opened))
            return Array(key.rawRepresentation)
        } catch {
            throw Failure()
        }
    }

    private static func writeDerivation(
        _ salt: [UInt8], to parameters: inout DER.Serializer
    ) throws {
        try parameters.appendConstructedNode(identifier: .sequence) { derivation in
            try derivation.serialize(pbkdf2)
            try derivation.appendConstructedNode(identifier: .sequence) { values in
                try values.serialize(ASN1OctetString(contentBytes: salt[...]))
                try values.serialize(rounds)
                try values.appendConstructedNode(identifier: .sequence) { function in
                    try function.serialize(hmacSHA256)
                    try function.serialize(ASN1Null())
                }
            }
        }
    }

    private static func derived(
        _ passphrase: [UInt8], _ salt: [UInt8], _ rounds: Int
    ) throws -> SymmetricKey {
        // What others wrote may have fewer rounds than the library recommends.
        try KDF.Insecure.PBKDF2.deriveKey(
            from: passphrase, salt: salt, using: .sha256, outputByteCount: 32,
            unsafeUncheckedRounds: rounds)
    }

    /// What stands around the encrypted key.
    private struct Closed {
        let salt: [UInt8]
        let rounds: Int
        let vector: [UInt8]
        let content: [UInt8]

        init(derEncoded bytes: [UInt8]) throws {
            var salt: ASN1OctetString?
            var vector: ASN1OctetString?
            var rounds = 0
            content = try DER.sequence(try DER.parse(bytes), identifier: .sequence) { info in
                try Self.algorithm(info.next(), is: pbes2) { parameters in
                    try DER.sequence(try Self.node(parameters.next()), identifier: .sequence) {
                        schemes in
                        try Self.algorithm(schemes.next(), is: pbkdf2) { values in
                            (salt, rounds) = try Self.derivation(try Self.node(values.next()))
                        }
                        try Self.algorithm(schemes.next(), is: aes256CBC) { values in
                            vector = try ASN1OctetString(derEncoded: &values)
                        }
                    }
                }
                return Array(try ASN1OctetString(derEncoded: &info).bytes)
            }
            guard let salt, let vector, (1...mostRounds).contains(rounds) else { throw Failure() }
            self.salt = Array(salt.bytes)
            self.vector = Array(vector.bytes)
            self.rounds = rounds
        }

        private static func node(_ node: ASN1Node?) throws -> ASN1Node {
            guard let node else { throw Failure() }
            return node
        }

        private static func algorithm(
            _ node: ASN1Node?, is name: ASN1ObjectIdentifier,
            _ parameters: (inout ASN1NodeCollection.Iterator) throws -> Void
        ) throws {
            try DER.sequence(try Self.node(node), identifier: .sequence) { nodes in
                guard try ASN1ObjectIdentifier(derEncoded: &nodes) == name else { throw Failure() }
                try parameters(&nodes)
            }
        }

        private static func derivation(
            _ node: ASN1Node
        ) throws -> (salt: ASN1OctetString, rounds: Int) {
            try DER.sequence(node, identifier: .sequence) { values in
                let salt = try ASN1OctetString(derEncoded: &values)
                let rounds = try Int(derEncoded: &values)
                var next = values.next()
                // The length of the key may be written too; it is the cipher's in any case.
                if next?.identifier == .integer { next = values.next() }
                try Self.algorithm(next, is: hmacSHA256) { _ = $0.next() }
                return (salt, rounds)
            }
        }
    }
}

extension SymmetricKey {
    fileprivate var bytes: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}
