import ConsultLog
import Crypto
import Facts

/// The key by which cursors are bound to their queries.
public struct CursorKey: Sendable {
    private let secret: SymmetricKey
    private let values: IndexKey

    /// `nil` unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard let values = IndexKey(bytes: bytes) else { return nil }
        self.values = values
        secret = SymmetricKey(data: bytes)
    }

    /// The first 16 bytes of HMAC-SHA-256 over an index and a query, as two words.
    func code(_ index: UInt64, _ query: SearchQuery) -> [UInt64] {
        var code = HMAC<SHA256>(key: secret)
        code.update(data: Array("onlyonce cursor v1 \(index)".utf8))
        for value in query.confidential {
            code.update(data: Array(" \(value.field.rawValue) \(values.token(of: value))".utf8))
        }
        for token in query.clear { code.update(data: Array(" \(token.number)".utf8)) }
        let rest = [
            query.kind?.rawValue ?? "-", query.from.map { "\($0.milliseconds)" } ?? "-",
            query.until.map { "\($0.milliseconds)" } ?? "-",
        ]
        code.update(data: Array(" \(rest.joined(separator: " "))".utf8))
        let bytes = Array(code.finalize())
        return [0, 8].map { start in bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
    }
}
