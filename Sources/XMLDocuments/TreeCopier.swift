import CLibXML2

/// Copies libxml2's nodes into values, in one pass.
@safe
struct TreeCopier {
    /// Namespace URIs already copied: a document has a handful, on all of its elements.
    private var namespaces: [(declaration: xmlNsPtr, uri: String)] = unsafe []

    mutating func element(_ node: xmlNodePtr) -> XMLElement {
        var element = unsafe XMLElement(
            String(cString: node.pointee.name), namespace: namespace(node.pointee.ns))
        if let first = unsafe node.pointee.properties {
            unsafe element.attributes = attributes(from: first)
        }
        let content = unsafe Content(of: node)
        if content.elements > 0 { element.children.reserveCapacity(content.elements) }

        var next = unsafe node.pointee.children
        while let child = unsafe next {
            if unsafe child.pointee.type == XML_ELEMENT_NODE {
                element.children.append(unsafe self.element(child))
            } else if content.hasText, let text = unsafe Self.text(of: child) {
                if element.text.isEmpty { element.text = text } else { element.text += text }
            }
            unsafe next = child.pointee.next
        }
        return element
    }

    /// What there is to copy inside a node.
    private struct Content {
        var elements = 0
        /// Whether the text says something: white space between elements does not.
        var hasText = false

        init(of node: xmlNodePtr) {
            var hasSpace = false
            var next = unsafe node.pointee.children
            while let child = unsafe next {
                if unsafe child.pointee.type == XML_ELEMENT_NODE {
                    elements += 1
                } else if unsafe TreeCopier.isText(child) {
                    if unsafe xmlIsBlankNode(child) == 1 { hasSpace = true } else { hasText = true }
                }
                unsafe next = child.pointee.next
            }
            if elements == 0 && hasSpace { hasText = true }
        }
    }

    private static func isText(_ node: xmlNodePtr) -> Bool {
        let type = unsafe node.pointee.type
        return type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE
    }

    private static func text(of node: xmlNodePtr) -> String? {
        guard unsafe isText(node), let content = unsafe node.pointee.content else { return nil }
        return unsafe String(cString: content)
    }

    private mutating func attributes(from first: xmlAttrPtr) -> [XMLAttribute] {
        var attributes: [XMLAttribute] = []
        var next: xmlAttrPtr? = unsafe first
        while let attribute = unsafe next {
            var value = ""
            var piece = unsafe attribute.pointee.children
            while let node = unsafe piece {
                value += unsafe Self.text(of: node) ?? ""
                unsafe piece = node.pointee.next
            }
            attributes.append(
                unsafe XMLAttribute(
                    String(cString: attribute.pointee.name), value,
                    namespace: namespace(attribute.pointee.ns)))
            unsafe next = attribute.pointee.next
        }
        return attributes
    }

    private mutating func namespace(_ declaration: xmlNsPtr?) -> String? {
        guard let declaration = unsafe declaration, let uri = unsafe declaration.pointee.href else {
            return nil
        }
        if let known = unsafe namespaces.first(where: { unsafe $0.declaration == declaration }) {
            return unsafe known.uri
        }
        var copy = unsafe String(cString: uri)
        // Without entity substitution libxml2 leaves an ampersand in a URI half decoded.
        if copy.utf8.contains(UInt8(ascii: "&")) { copy = copy.replacing("&#38;", with: "&") }
        // Bounded, so that a document with a declaration on every element stays linear.
        if unsafe namespaces.count < 16 { unsafe namespaces.append((declaration, copy)) }
        return copy
    }
}
