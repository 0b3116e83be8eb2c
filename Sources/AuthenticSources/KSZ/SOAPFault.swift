import XMLDocuments

/// A SOAP 1.1 fault (§4.4).
enum SOAPFault {
    /// The reason code of the Crossroads Bank (`MSG00003`) inside `detail`; failing that, the fault
    /// code of SOAP without its prefix (`Server`).
    static func code(of fault: XMLElement) -> String {
        let reason = fault.first("detail").flatMap { reasonCode(in: $0, depth: 4) }
        let faultCode = fault["faultcode"]?.split(separator: ":").last.map(String.init)
        for candidate in [reason, faultCode] {
            if let candidate, isCode(candidate) { return candidate }
        }
        return "unreadable"
    }

    private static func reasonCode(in element: XMLElement, depth: Int) -> String? {
        if let code = element["reasonCode"] { return code }
        guard depth > 0 else { return nil }
        for child in element.children {
            if let code = reasonCode(in: child, depth: depth - 1) { return code }
        }
        return nil
    }

    /// The code goes into the log: it may hold nothing but a code, of the length that the contract
    /// allows, and never somebody's number.
    private static func isCode(_ text: String) -> Bool {
        (1...16).contains(text.utf8.count)
            && text.utf8.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x5F
            }
    }
}
