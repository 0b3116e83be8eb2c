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
        try self.init(status: status) { () throws(JSONFailure) in try value.canonicalBytes() }
    }

    /// An answer of which the JSON is written already.
    ///
    /// - Throws: ``Problem/internalError`` when it could not be.
    init(
        status: HTTPResponse.Status = .ok, _ bytes: () throws(JSONFailure) -> [UInt8]
    ) throws(Problem) {
        do throws(JSONFailure) {
            self.init(
                status: status, contentType: "application/json",
                body: ByteBuffer(bytes: try bytes()))
        } catch {
            throw Problem(.internalServerError)
        }
    }
}
