import CanonicalJSON
import HTTPTypes
import NIOCore

/// Why a request gets no answer (RFC 9457). It holds nothing that was sent.
struct Problem: Error {
    let type: ProblemType
    /// What this occurrence adds to the type.
    let members: JSONObject
    /// The header fields that go with it.
    let headers: HTTPFields
    /// The limit that the request met, where that is what is wrong with it.
    var limit: LimitedResource?

    init(_ type: ProblemType, _ members: JSONObject = [:], headers: HTTPFields = [:]) {
        self.type = type
        self.members = members
        self.headers = headers
    }

    /// The problem as an answer. An error of our own says its trace id and nothing else.
    func reply(_ trace: TraceNames) -> Reply {
        var body = members
        body["type"] = .string(type.rawValue)
        body["title"] = .string(type.title)
        body["status"] = .integer(Int64(type.status.code))
        if type == .internalServerError { body["traceId"] = .string(trace.answer) }
        // The texts are ours, so there always are canonical bytes.
        let bytes = (try? body.canonicalBytes()) ?? []
        return Reply(
            status: type.status, contentType: "application/problem+json",
            body: ByteBuffer(bytes: bytes), headers: headers)
    }
}
