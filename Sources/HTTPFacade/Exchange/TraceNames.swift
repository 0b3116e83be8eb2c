import ConsultLog
import HTTPTypes

/// The names under which one exchange is found again.
struct TraceNames: Sendable {
    /// A new UUID, for the answer.
    let answer: String
    /// The caller's name for its work, for the log: only what is a UUID or W3C hexadecimal.
    let kept: TraceID?
    /// The request's own `BelGov-Trace-Id` as it was sent, where it is safe to send back.
    let related: String?
    /// The request's `X-Request-ID`, to be sent back and kept nowhere.
    let request: String?
    /// The request's `Idempotency-Key`, by which the same order is known again.
    let order: String?

    init(_ headers: HTTPFields, random: any RandomSource) {
        answer = Self.uuid(random.bytes(16))
        order = headers[.idempotencyKey]
        request = headers[.requestID].flatMap { sent in
            (1...128).contains(sent.utf8.count)
                && sent.utf8.allSatisfy { (0x21...0x7E).contains($0) }
                ? sent : nil
        }
        if let sent = headers[.belGovTraceID], let trace = try? TraceID(parsing: sent) {
            kept = trace
            related = sent
        } else {
            kept = headers[.traceParent].flatMap(Self.traceID(inParent:))
            related = nil
        }
    }

    /// The trace id of a `traceparent` of version 00 (W3C Trace Context §3.2).
    private static func traceID(inParent text: String) -> TraceID? {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].elementsEqual("00".utf8), parts[1].count == 32,
            parts[2].count == 16, parts[3].count == 2,
            !parts[1].allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return nil }
        return try? TraceID(parsing: Substring(parts[1]))
    }

    /// Sixteen random bytes as a UUID of version 4 (RFC 9562 §5.4).
    private static func uuid(_ bytes: [UInt8]) -> String {
        let digits: StaticString = "0123456789abcdef"
        return unsafe String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for (index, byte) in bytes.prefix(16).enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    unsafe text[position] = UInt8(ascii: "-")
                    position += 1
                }
                let value: UInt8 =
                    switch index {
                    case 6: byte & 0x0F | 0x40
                    case 8: byte & 0x3F | 0x80
                    default: byte
                    }
                unsafe text[position] = digits.utf8Start[Int(value >> 4)]
                unsafe text[position + 1] = digits.utf8Start[Int(value & 15)]
                position += 2
            }
            return position
        }
    }
}
