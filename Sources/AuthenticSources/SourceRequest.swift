/// One HTTP request to a source.
///
/// The URL can hold the number that a source's contract demands there: it is never printed.
struct SourceRequest: Sendable, CustomStringConvertible, CustomReflectable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    let method: Method
    let url: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    init(
        _ method: Method, _ url: String, headers: [(name: String, value: String)],
        body: [UInt8] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    var description: String { "SourceRequest(\(method.rawValue))" }
    var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child]) }
}
