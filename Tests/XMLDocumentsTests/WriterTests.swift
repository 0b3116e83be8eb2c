import TestSupport
import Testing
import XMLDocuments

struct WriterTests {
    private let soap = "http://schemas.xmlsoap.org/soap/envelope/"

    private func text(_ element: XMLElement, _ prefixes: [String: String] = [:]) throws -> String {
        String(decoding: try XMLWriter(prefixes: prefixes).document(element), as: UTF8.self)
    }

    @Test("every prefix is declared on the root, other namespaces where they begin")
    func namespaces() throws {
        let element = XMLElement(
            "Envelope", namespace: soap,
            children: [
                XMLElement(
                    "person", namespace: "urn:p",
                    attributes: [XMLAttribute("nil", "true", namespace: "urn:i")],
                    children: [
                        XMLElement("name", namespace: "urn:p", text: "A"), XMLElement("born"),
                    ])
            ])
        #expect(
            try text(element, [soap: "s", "urn:i": "i"]) == """
                <?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:i="urn:i" \
                xmlns:s="\(soap)"><person xmlns="urn:p" i:nil="true"><name>A</name>\
                <born xmlns=""/></person></s:Envelope>
                """)
    }

    @Test("what would be markup, or normalised away, is escaped")
    func escaping() throws {
        let element = XMLElement(
            "a", attributes: [XMLAttribute("b", "\"<&>\t\n\r")], text: "]]>\"<&\t\n\r")
        #expect(
            try text(element).hasSuffix(
                """
                <a b="&quot;&lt;&amp;&gt;&#9;&#10;&#13;">]]&gt;"&lt;&amp;\t\n&#13;</a>
                """))
    }

    @Test("a mark that combines with markup does not hide it")
    func combining() throws {
        let element = XMLElement("a", text: "<\u{301}script>\u{338}&\u{20D2}")
        #expect(try XMLElement(parsing: XMLWriter().document(element)) == element)
    }

    @Test(
        "characters that XML cannot carry are refused",
        arguments: ["\0", "\u{01}", "\u{0B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
    func forbidden(character: String) {
        #expect(throws: XMLWriterFailure.forbiddenCharacter(element: "a")) {
            try text(XMLElement("a", text: "x\(character)"))
        }
        #expect(throws: XMLWriterFailure.forbiddenCharacter(element: "a")) {
            try text(XMLElement("a", attributes: [XMLAttribute("b", character)]))
        }
    }

    @Test(
        "what is not a name is refused",
        arguments: ["", "1a", "a b", "a:b", "a>", "-a", "×", "é\0"])
    func names(name: String) {
        #expect(throws: XMLWriterFailure.notAName(element: name)) { try text(XMLElement(name)) }
    }

    @Test("an attribute in a namespace without a prefix is refused")
    func noPrefix() {
        let element = XMLElement("a", attributes: [XMLAttribute("b", "", namespace: "urn:x")])
        #expect(throws: XMLWriterFailure.noPrefix(element: "a")) { try text(element) }
    }

    @Test("what is written is read back equal", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let element = Self.randomElement(depth: 4, &random)
        let writer = XMLWriter(prefixes: ["urn:one": "one", "urn:attr": "attr", "urn:q?a&b": "q"])
        #expect(try XMLElement(parsing: writer.document(element)) == element)
    }

    private static func randomElement(depth: Int, _ random: inout SeededGenerator) -> XMLElement {
        let namespaces = [nil, "urn:one", "urn:two", "urn:three", "urn:q?a&b"]
        var element = XMLElement(
            ["a", "näme", "x-y.z", "_"].randomElement(using: &random) ?? "a",
            namespace: namespaces.randomElement(using: &random) ?? nil)
        for name in ["b", "c"] where Bool.random(using: &random) {
            let namespace = Bool.random(using: &random) ? "urn:attr" : nil
            element.attributes.append(
                XMLAttribute(name, randomText(&random), namespace: namespace))
        }
        if depth > 0 {
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                element.children.append(randomElement(depth: depth - 1, &random))
            }
        }
        element.text = randomText(&random)
        let isLayout = element.text.allSatisfy { " \t\n\r\r\n".contains($0) }
        if !element.children.isEmpty && isLayout { element.text = "" }
        return element
    }

    private static func randomText(_ random: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = [
            "<", ">", "&", "\"", "'", "]", " ", "\t", "\n", "\r", "a", "é", "€", "😀", "\u{301}",
            "\u{FFFD}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{BF}", "\u{FFBF}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
        }
        return text
    }
}
