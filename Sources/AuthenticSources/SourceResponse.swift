/// The whole answer of a source to one HTTP request.
struct SourceResponse: Sendable, CustomStringConvertible, CustomReflectable {
    let status: Int
    let body: [UInt8]

    init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }

    var description: String { "SourceResponse(\(status))" }
    var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child]) }
}
