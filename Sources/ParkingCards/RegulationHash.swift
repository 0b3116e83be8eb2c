import CanonicalJSON
import Crypto
import StrictYAML

/// SHA-256 over the canonical JSON (RFC 8785) of a regulation file: mappings as objects, sequences
/// as arrays, scalars as the text that stands there, nothing as null. Comments, layout and the
/// order of keys do not count.
public struct RegulationHash: Hashable, Sendable {
    /// 64 small hexadecimal digits.
    public let hexadecimal: String

    /// - Throws: ``CanonicalJSON/JSONFailure`` for text that no JSON may hold.
    init(of document: YAMLNode) throws(JSONFailure) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: try Self.json(document).canonicalBytes()) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        hexadecimal = String(decoding: text, as: UTF8.self)
    }

    private static func json(_ node: YAMLNode) -> JSONValue {
        switch node.content {
        case .scalar(let text, _): return node.isNull ? .null : .string(text)
        case .sequence(let elements): return .array(elements.map(json))
        case .mapping(let entries):
            var object = JSONObject()
            for entry in entries { object[entry.key] = json(entry.value) }
            return .object(object)
        }
    }
}
