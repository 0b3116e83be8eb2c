/// Gathers a response as it arrives, within limits.
struct ResponseCollector {
    private(set) var headers: [HeaderField] = []
    private(set) var body: [UInt8] = []
    /// Whether more arrived than may be kept.
    private(set) var isOverflowing = false
    /// Whether the end of the body can be told from the end of the connection (RFC 9112 §6.3).
    private(set) var saysWhereItEnds = false
    private let limit: Int
    private var headerBytes = 0
    private static let headerLimit = 64 << 10

    init(limit: Int) {
        self.limit = limit
    }

    /// - Returns: `false` when the body is larger than the limit.
    mutating func appendBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= limit else {
            isOverflowing = true
            return false
        }
        unsafe body.append(contentsOf: bytes)
        return true
    }

    /// Takes one line of the header section, as libcurl gives them.
    /// - Returns: `false` when the headers are larger than the limit.
    mutating func appendHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= Self.headerLimit else {
            isOverflowing = true
            return false
        }
        if unsafe bytes.starts(with: "HTTP/".utf8) {
            // A new status line: what came before belonged to an interim response.
            headers = []
            saysWhereItEnds = false
        } else if let colon = unsafe bytes.firstIndex(of: UInt8(ascii: ":")) {
            let field = unsafe HeaderField(
                String(decoding: bytes[..<colon], as: UTF8.self),
                Self.trimmed(bytes[(colon + 1)...]))
            let name = field.name.lowercased()
            if name == "content-length" || name == "transfer-encoding" { saysWhereItEnds = true }
            headers.append(field)
        }
        return true
    }

    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        var bytes = unsafe bytes
        while let first = unsafe bytes.first, first <= 0x20 { unsafe bytes.removeFirst() }
        while let last = unsafe bytes.last, last <= 0x20 { unsafe bytes.removeLast() }
        return unsafe String(decoding: bytes, as: UTF8.self)
    }
}
