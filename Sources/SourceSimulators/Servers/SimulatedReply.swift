import HTTPTypes

/// What a simulated source answers, before the transport has its way with it.
struct SimulatedReply {
    var status: HTTPResponse.Status
    var contentType: String?
    var body: [UInt8]
    /// Seconds that a stale answer has been lying somewhere (RFC 9111 §5.1).
    var age: Int?

    init(
        _ status: HTTPResponse.Status, contentType: String? = nil, body: [UInt8] = [],
        age: Int? = nil
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.age = age
    }
}
