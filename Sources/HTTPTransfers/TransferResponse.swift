/// A complete response: it has arrived down to its last byte.
public struct TransferResponse: Sendable, Hashable {
    /// The HTTP status; redirects are not followed.
    public var status: Int
    public var headers: [HeaderField]
    public var body: [UInt8]

    public init(status: Int, headers: [HeaderField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Returns the value of the first field with this name, in whatever case it was sent.
    public func header(_ name: String) -> String? {
        let name = name.lowercased()
        return headers.first { $0.name.lowercased() == name }?.value
    }
}

extension TransferResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// The status alone.
    public var description: String { "response \(status)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}
