import CanonicalJSON
import ConsultLog
import Facts

/// A JSON Web Token as it came: taken apart, and not believed. Printing it shows nothing.
struct UnverifiedToken: Redacted {
    let header: JSONObject
    let claims: JSONObject
    /// The bytes that are signed: the first two parts with the dot between.
    let signed: [UInt8]
    let signature: [UInt8]

    /// Takes the compact form apart (RFC 7515 §3.1).
    init(parsing text: some StringProtocol) throws(TokenRefusal) {
        guard text.utf8.count <= TokenRules.mostBytes else { throw .tooLong }
        let bytes = Array(text.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformed }
        header = try Self.object(parts[0])
        claims = try Self.object(parts[1])
        // A token without signature says so in its algorithm, and is refused for that.
        guard let signature = Base64URL.bytes(String(decoding: parts[2], as: UTF8.self)) else {
            throw .malformed
        }
        self.signature = signature
        signed = Array(bytes[..<(parts[0].count + 1 + parts[1].count)])
    }

    private static func object(_ part: ArraySlice<UInt8>) throws(TokenRefusal) -> JSONObject {
        guard let bytes = Base64URL.bytes(String(decoding: part, as: UTF8.self)),
            let value = try? JSONValue(
                parsing: bytes, limits: JSONLimits(size: TokenRules.mostBytes, depth: 8)),
            let object = value.object
        else { throw .malformed }
        return object
    }

    /// The algorithm that the header names, when it is one that can be allowed at all.
    func algorithm(among allowed: Set<SigningAlgorithm>) throws(TokenRefusal) -> SigningAlgorithm {
        guard let name = header["alg"]?.string else { throw .malformed }
        guard let algorithm = SigningAlgorithm(rawValue: name), allowed.contains(algorithm) else {
            throw .algorithmNotAllowed
        }
        return algorithm
    }

    /// A moment, in seconds since 1970 (RFC 7519 §2, NumericDate).
    func moment(_ claim: String) throws(TokenRefusal) -> Timestamp? {
        guard let value = claims[claim] else { return nil }
        guard let seconds = value.double, (0..<1e11).contains(seconds) else { throw .malformed }
        return Timestamp(milliseconds: Int64(seconds * 1000))
    }

    /// Whether the claim is this text, or a list that holds it (RFC 7519 §4.1.3).
    func names(_ text: String, in claim: String) -> Bool {
        switch claims[claim] {
        case .string(let one): one == text
        case .array(let many): many.contains { $0.string == text }
        case .null, .bool, .integer, .number, .object, nil: false
        }
    }
}
