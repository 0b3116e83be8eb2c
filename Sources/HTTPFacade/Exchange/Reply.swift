import CanonicalJSON
import HTTPTypes
import NIOCore

/// An answer as it goes out.
struct Reply: Sendable {
    let status: HTTPResponse.Status
    let contentType: String
    let body: ByteBuffer
    /// What only this answer says.
    var headers = HTTPFields()

    init(
        status: HTTPResponse.Status = .ok, contentType: String, body: ByteBuffer,
        headers: HTTPFields = HTTPFields()
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.headers = headers
    }

    /// An answer in JSON.
    ///
    /// - Throws: ``Problem/internalError`` when the value holds what JSON cannot.
    init(_ value: JSONValue, status: HTTPResponse.Status = .ok) throws(Problem) {
        self.init(
            status: status, contentType: "application/json", body: try Self.buffer(value))
    }

    private static func buffer(_ value: JSONValue) throws(Problem) -> ByteBuffer {
        do {
            return ByteBuffer(bytes: try value.canonicalBytes())
        } catch {
            throw Problem(.internalServerError)
        }
    }
}
