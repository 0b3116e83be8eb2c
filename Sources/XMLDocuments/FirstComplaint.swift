import CLibXML2

/// The first error that libxml2 reports during one compilation or validation.
struct FirstComplaint {
    private(set) var isPresent = false
    private(set) var line = 0
    private(set) var element = ""
    /// Only for schemas: about a document it would quote the data.
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
        guard var node = unsafe error.node?.assumingMemoryBound(to: xmlNode.self) else { return }
        // A violation in an attribute is reported at the attribute: name the element around it.
        if unsafe node.pointee.type != XML_ELEMENT_NODE, let parent = unsafe node.pointee.parent {
            unsafe node = parent
        }
        line = unsafe xmlGetLineNo(node)
        if let name = unsafe node.pointee.name {
            element = unsafe String(String(cString: name).prefix(80))
        }
    }
}
