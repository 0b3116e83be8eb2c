import XMLDocuments

/// A page read back by a parser that nobody here wrote. The pages close every element, so that a
/// parser of XML reads them too, once the document type is left out.
struct ReadPage {
    let root: XMLElement

    init(_ html: [UInt8]) throws {
        let type = Array("<!DOCTYPE html>\n".utf8)
        guard html.starts(with: type) else { throw Unreadable() }
        root = try XMLElement(parsing: Array(html.dropFirst(type.count)))
    }

    struct Unreadable: Error {}

    /// Every element of the page, in document order.
    var elements: [XMLElement] { Self.all(root) }

    /// The names of the elements and of their attributes, without any text.
    var outline: [String] {
        elements.map { element in
            ([element.name] + element.attributes.map(\.name)).joined(separator: " ")
        }
    }

    /// What somebody reads on the page.
    var texts: [String] { elements.filter { $0.name != "style" }.map(\.text) }

    func values(of attribute: String) -> [String] {
        elements.compactMap { $0.attribute(attribute) }
    }

    private static func all(_ element: XMLElement) -> [XMLElement] {
        [element] + element.children.flatMap(all)
    }
}
