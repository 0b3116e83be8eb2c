import CLibXML2

/// The first error that libxml2 reports while it compiles a schema.
struct FirstComplaint {
    private(set) var isPresent = false
    private(set) var line = 0
    /// May quote the schema, which holds nobody's data.
    private(set) var message = ""

    /// The handler to give to libxml2, together with a pointer to a `FirstComplaint`.
    static let hear: @convention(c) (UnsafeMutableRawPointer?, xmlErrorPtr?) -> Void = {
        target, error in
        guard let complaint = unsafe target?.assumingMemoryBound(to: FirstComplaint.self),
            let error = unsafe error, unsafe !complaint.pointee.isPresent
        else { return }
        unsafe complaint.pointee.record(error.pointee)
    }

    private mutating func record(_ error: xmlError) {
        isPresent = true
        line = unsafe Int(error.line)
        if let text = unsafe error.message {
            message = unsafe String(String(cString: text).prefix { !$0.isNewline }.prefix(400))
        }
        if let node = unsafe error.node?.assumingMemoryBound(to: xmlNode.self) {
            line = unsafe xmlGetLineNo(node)
        }
    }
}
