import CanonicalJSON
import HTTPTransfers

/// What an application got.
struct Reply: Sendable {
    let status: Int
    let text: String
    let body: JSONValue
    let retryAfter: String?

    init(_ response: TransferResponse) {
        status = response.status
        text = String(decoding: response.body, as: UTF8.self)
        body = (try? JSONValue(parsing: response.body)) ?? .null
        retryAfter = response.header("Retry-After")
    }

    var consult: String? { body["consultId"]?.string }
}
