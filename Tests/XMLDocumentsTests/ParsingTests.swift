import Testing
import XMLDocuments

struct ParsingTests {
    @Test("a SOAP answer becomes a value")
    func envelope() throws {
        let envelope = try Samples.parse(Samples.envelope)
        #expect(envelope.name == "Envelope")
        #expect(envelope.namespace == "http://schemas.xmlsoap.org/soap/envelope/")
        #expect(envelope.text.isEmpty)
        #expect(envelope.children.map(\.name) == ["Header", "Body"])
        let person = try #require(envelope.first(at: "Body", "person"))
        #expect(person.namespace == "urn:example:person")
        #expect(person.attributes == [XMLAttribute("status", "known")])
        #expect(person.attribute("status") == "known")
        #expect(person["name"] == "Éloïse & <Zoë>")
        #expect(person["born"] == "1985")
        #expect(person["died"] == nil)
        #expect(person.all("born").first?.namespace == nil)
    }

    @Test("white space alone is text only where nothing else is")
    func whiteSpace() throws {
        #expect(try Samples.parse("<a> <b/> </a>").text.isEmpty)
        #expect(try Samples.parse("<a> </a>").text == " ")
        #expect(try Samples.parse("<a> <!-- --> b</a>").text == "  b")
        #expect(try Samples.parse("<a>one<b/>two</a>").text == "onetwo")
        #expect(try Samples.parse("<a> <b/> <b/>x</a>").text == "  x")
        #expect(try Samples.parse("<a> <b>1</b> <b/> </a>").text.isEmpty)
    }

    @Test("text that children interrupt is joined, at every depth")
    func interruptedText() throws {
        let a = try Samples.parse(
            "<a>1<b>x<c>p</c>y<c/>z</b>2<!-- -->3<b/><b>w</b><![CDATA[4]]></a>")
        #expect(a.text == "1234")
        #expect(a.children.map(\.text) == ["xyz", "", "w"])
        #expect(a.first(at: "b", "c")?.text == "p")
    }

    @Test("a parsed element can be changed without changing its document")
    func change() throws {
        let envelope = try Samples.parse(Samples.envelope)
        var person = try #require(envelope.first(at: "Body", "person"))
        person.name = "somebody"
        person.namespace = nil
        person.text = "text"
        person.attributes[0].value = "unknown"
        person.children.removeFirst()
        let made = XMLElement(
            "somebody", attributes: [XMLAttribute("status", "unknown")], text: "text",
            children: [XMLElement("born", text: "1985")])
        #expect(person == made)
        #expect(Set([person, made]).count == 1)
        #expect(try Samples.parse(Samples.envelope) == envelope)
        #expect(envelope.first(at: "Body", "person")?["name"] == "Éloïse & <Zoë>")
    }

    @Test("more names than a parser expects at first are told apart")
    func manyNames() throws {
        let names = (0..<2_000).map { "n\($0)" }
        let text = "<a>" + names.map { "<\($0)>\($0)</\($0)>" }.joined() + "</a>"
        let element = try Samples.parse(text)
        #expect(element.children.map(\.name) == names)
        #expect(names.allSatisfy { element[$0] == $0 })
    }

    @Test("other encodings are read, UTF-16 is not")
    func encodings() throws {
        let latin = Array(#"<?xml version="1.0" encoding="ISO-8859-1"?><a>"#.utf8)
        let bytes = latin + [0xE9] + Array("</a>".utf8)
        #expect(try XMLElement(parsing: bytes).text == "é")
        for name in ["utf-8", "US-ASCII", "iso-8859-15", "windows-1252"] {
            #expect(try Samples.parse("<?xml version='1.0' encoding='\(name)'?><a/>").name == "a")
        }
        // Here a tag does not begin with the byte of `<`.
        for tag in ["+ADw-a/+AD4-", "<a/>"] {
            #expect(throws: XMLFailure.notWellFormed(line: 1)) {
                try Samples.parse("<?xml version='1.0' encoding='UTF-7'?>" + tag)
            }
        }
        let mainframe: [UInt8] = [
            0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96, 0x95, 0x7E,
            0x7D, 0xF1, 0x4B, 0xF0, 0x7D, 0x6F, 0x6E, 0x4C, 0x81, 0x61, 0x6E,
        ]
        #expect(throws: XMLFailure.notWellFormed(line: 1)) {
            try XMLElement(parsing: mainframe)
        }
        let wide: [UInt8] = [0xFF, 0xFE] + "<a/>".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(throws: XMLFailure.notWellFormed(line: 1)) { try XMLElement(parsing: wide) }
    }

    @Test("a slice and a lazy collection are read like an array")
    func collections() throws {
        let bytes = Array("..<a>1</a>".utf8)
        #expect(try XMLElement(parsing: bytes[2...]).text == "1")
        #expect(try XMLElement(parsing: bytes.reversed().reversed().dropFirst(2)).text == "1")
    }

    @Test("printing an element shows neither text nor attributes")
    func description() throws {
        let element = XMLElement(
            "ssin", attributes: [XMLAttribute("a", "secret")], text: "85073003328")
        var dumped = ""
        dump([element], to: &dumped)
        for text in ["\(element)", String(reflecting: element), dumped] {
            #expect(text.contains("ssin"))
            #expect(!text.contains("85073003328") && !text.contains("secret"))
        }
    }
}
