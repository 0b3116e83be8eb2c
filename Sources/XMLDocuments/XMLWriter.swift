import CLibXML2

/// Writes elements as UTF-8 documents. The same element always gives the same bytes.
///
/// Every prefix is declared on the root element, in order of prefix, so that qualified names in
/// content (`xsi:type`) work too. A namespace without a prefix becomes the default namespace of
/// the element that first uses it.
public struct XMLWriter: Sendable {
    private let prefixes: [String: String]
    private let declarations: String

    /// - Parameter prefixes: the prefix for each namespace URI.
    public init(prefixes: [String: String] = [:]) {
        self.prefixes = prefixes
        var declarations = ""
        for (uri, prefix) in prefixes.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            var escaped: [UInt8] = []
            _ = XMLEscaping.append(uri, to: &escaped, inAttribute: true)
            declarations += " xmlns:\(prefix)=\"\(String(decoding: escaped, as: UTF8.self))\""
        }
        self.declarations = declarations
    }

    /// Returns the document with this root element, with an XML declaration and no added layout.
    ///
    /// Text comes before child elements. Reading the bytes back gives an equal element, unless it
    /// has white space alone beside children.
    /// - Throws: ``XMLWriterFailure`` when the element has no form in XML 1.0.
    public func document(_ root: XMLElement) throws(XMLWriterFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        bytes.append(contentsOf: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
        try append(root, declaring: declarations, defaultNamespace: nil, to: &bytes)
        return bytes
    }

    private func append(
        _ element: XMLElement, declaring declarations: String, defaultNamespace: String?,
        to bytes: inout [UInt8]
    ) throws(XMLWriterFailure) {
        guard Self.isName(element.name) else { throw .notAName(element: element.name) }
        let namespace = element.namespace ?? ""
        let prefix = prefixes[namespace]
        var inherited = defaultNamespace
        bytes.append(UInt8(ascii: "<"))
        Self.appendName(element.name, prefix, to: &bytes)
        bytes.append(contentsOf: declarations.utf8)
        if prefix == nil && namespace != defaultNamespace ?? "" {
            inherited = namespace
            try Self.appendAttribute("xmlns", nil, namespace, of: element, to: &bytes)
        }
        for attribute in element.attributes {
            guard Self.isName(attribute.name) else { throw .notAName(element: element.name) }
            let prefix = try self.prefix(of: attribute, element)
            try Self.appendAttribute(
                attribute.name, prefix, attribute.value, of: element, to: &bytes)
        }
        if element.text.isEmpty && element.children.isEmpty {
            bytes.append(contentsOf: "/>".utf8)
            return
        }
        bytes.append(UInt8(ascii: ">"))
        guard XMLEscaping.append(element.text, to: &bytes, inAttribute: false) else {
            throw .forbiddenCharacter(element: element.name)
        }
        for child in element.children {
            try append(child, declaring: "", defaultNamespace: inherited, to: &bytes)
        }
        bytes.append(contentsOf: "</".utf8)
        Self.appendName(element.name, prefix, to: &bytes)
        bytes.append(UInt8(ascii: ">"))
    }

    /// The default namespace is not for attributes: one in a namespace needs a prefix.
    private func prefix(
        of attribute: XMLAttribute, _ element: XMLElement
    ) throws(XMLWriterFailure) -> String? {
        guard let namespace = attribute.namespace else { return nil }
        if namespace == "http://www.w3.org/XML/1998/namespace" { return "xml" }
        guard let prefix = prefixes[namespace] else { throw .noPrefix(element: element.name) }
        return prefix
    }

    private static func appendAttribute(
        _ name: String, _ prefix: String?, _ value: String, of element: XMLElement,
        to bytes: inout [UInt8]
    ) throws(XMLWriterFailure) {
        bytes.append(UInt8(ascii: " "))
        appendName(name, prefix, to: &bytes)
        bytes.append(contentsOf: "=\"".utf8)
        guard XMLEscaping.append(value, to: &bytes, inAttribute: true) else {
            throw .forbiddenCharacter(element: element.name)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func appendName(_ name: String, _ prefix: String?, to bytes: inout [UInt8]) {
        if let prefix {
            bytes.append(contentsOf: prefix.utf8)
            bytes.append(UInt8(ascii: ":"))
        }
        bytes.append(contentsOf: name.utf8)
    }

    private static func isName(_ name: String) -> Bool {
        var isSimple = !name.isEmpty
        for (position, byte) in name.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "_"):
                continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if position > 0 { continue }
                return false
            case 0x80...:
                isSimple = false
            default:
                return false
            }
        }
        // What is left has letters beyond ASCII and no NUL, or is empty: libxml2 knows the ranges.
        return unsafe isSimple || xmlValidateNCName(name, 0) == 0
    }
}
