/// Where the part of a document stands that its schema describes.
extension ParsedTree {
    /// The element to validate, or `nil` when it is missing.
    func payload(_ part: XMLValidatedPart) -> Int? {
        switch part {
        case .root:
            return 0
        case .soapBody:
            guard isSOAP(0, "Envelope") else { return nil }
            guard let body = children(of: 0).first(where: { isSOAP($0, "Body") }) else {
                return nil
            }
            return end(of: body) > body + 1 ? body + 1 : nil
        }
    }

    /// Whether the node is this element of the SOAP 1.1 envelope schema.
    func isSOAP(_ node: Int, _ local: String) -> Bool {
        let name = name(of: node)
        return name.name == local
            && name.namespace == "http://schemas.xmlsoap.org/soap/envelope/"
    }
}
