import Foundation
import Testing
import XMLDocuments

struct SchemaTests {
    private let schema: XMLSchema

    init() throws {
        schema = try XMLSchema(text: Samples.personSchema, baseDirectory: "/nowhere")
    }

    private func person(_ content: String) -> String {
        "<p:person xmlns:p='urn:example:person'>\n\(content)\n</p:person>"
    }

    @Test("the children of xs:all come in any order")
    func anyOrder() throws {
        let one = try Samples.parse(person("<name>A</name><born>1985</born>"), schema: schema)
        let other = try Samples.parse(person("<born>1985</born><name>A</name>"), schema: schema)
        #expect(one["born"] == other["born"])
    }

    @Test(
        "a violation names the element and the line, and not the value",
        arguments: [
            ("<name>A</name>\n<born>secret</born>", "born", 3),
            ("<name>A</name>\n<born>1985</born>\n<secret/>", "secret", 4),
            ("<name>A</name>", "person", 1),
            ("<born>1985</born>\n<name>A\n<secret/></name>", "name", 3),
            ("<born>1985</born><name>A</name>\nsecret", "person", 1),
        ])
    func violation(content: String, element: String, line: Int) {
        #expect(throws: XMLFailure.invalid(element: element, line: line)) {
            try Samples.parse(person(content), schema: schema)
        }
    }

    @Test("a violation in an attribute names its element")
    func attribute() {
        let text = Samples.envelope.replacing("\"known\"", with: "\"secret\"")
        #expect(throws: XMLFailure.invalid(element: "person", line: 5)) {
            try Samples.parse(text, schema: schema, part: .soapBody)
        }
    }

    @Test("an element that the schema does not declare is not valid")
    func undeclared() {
        #expect(throws: XMLFailure.invalid(element: "person", line: 1)) {
            try Samples.parse("<person/>", schema: schema)
        }
    }

    @Test("the payload of a SOAP body is validated without its envelope")
    func payload() throws {
        _ = try Samples.parse(Samples.envelope, schema: schema, part: .soapBody)
        #expect(throws: XMLFailure.invalid(element: "Envelope", line: 2)) {
            try Samples.parse(Samples.envelope, schema: schema, part: .root)
        }
        for text in ["<a/>", Samples.envelope.replacing("soapenv:Body", with: "soapenv:Other")] {
            #expect(throws: XMLFailure.noPayload) {
                try Samples.parse(text, schema: schema, part: .soapBody)
            }
        }
    }

    @Test("a payload may use the prefixes of its envelope, the innermost first")
    func prefixes() throws {
        let schema = try XMLSchema(
            text: """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:one="urn:one"
                    targetNamespace="urn:one">
                  <xs:element name="a" type="one:A"/>
                  <xs:complexType name="A"/>
                  <xs:complexType name="B">
                    <xs:complexContent>
                      <xs:extension base="one:A"><xs:attribute name="b"/></xs:extension>
                    </xs:complexContent>
                  </xs:complexType>
                </xs:schema>
                """, baseDirectory: "/nowhere")
        func envelope(_ outer: String, _ declared: String, _ type: String) -> String {
            """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:p="\(outer)"
            xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><s:Header xmlns:q="urn:one"/><s:Body>
            <o:a xmlns:o="urn:one" \(declared) i:type="\(type)" b=""/></s:Body></s:Envelope>
            """
        }
        for text in [
            envelope("urn:one", "", "p:B"), envelope("urn:two", "xmlns:p='urn:one'", "p:B"),
            envelope("urn:two", "", "o:B"),
        ] {
            _ = try Samples.parse(text, schema: schema, part: .soapBody)
        }
        for text in [
            envelope("urn:two", "", "p:B"), envelope("urn:one", "xmlns:p='urn:two'", "p:B"),
            envelope("urn:one", "", "q:B"), envelope("urn:one", "", "p:A"),
        ] {
            #expect(throws: XMLFailure.invalid(element: "a", line: 3)) {
                try Samples.parse(text, schema: schema, part: .soapBody)
            }
        }
    }

    @Test("a schema judges a document by itself alone, whatever came before")
    func independence() throws {
        let good = Samples.envelope
        let bad = [
            "<a", good.replacing("1985", with: "never"),
            good.replacing("p:person", with: "p:other"),
            good.replacing("<name>", with: "<name xmlns:p='urn:x' p:status='known'>"),
            good.replacing("status=\"known\"", with: "status=\"&amp;\""), "<!DOCTYPE a><a/>",
        ]
        let expected = try Samples.parse(good)
        for text in bad + bad.reversed() {
            #expect(throws: XMLFailure.self) {
                try Samples.parse(text, schema: schema, part: .soapBody)
            }
            for _ in 0..<2 {
                #expect(try Samples.parse(good, schema: schema, part: .soapBody) == expected)
            }
        }
    }

    @Test("documents with ever new names are read as the first")
    func newNames() throws {
        let schema = try XMLSchema(
            text: """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:element name="a">
                    <xs:complexType>
                      <xs:sequence>
                        <xs:any processContents="skip" maxOccurs="unbounded"/>
                      </xs:sequence>
                    </xs:complexType>
                  </xs:element>
                </xs:schema>
                """, baseDirectory: "/nowhere")
        for round in 0..<8 {
            let names = (0..<300).map { "n\(round)-\($0)" }
            let text = "<a>" + names.map { "<\($0) \($0)='1'/>" }.joined() + "</a>"
            let element = try Samples.parse(text, schema: schema)
            #expect(element.children.map(\.name) == names)
            #expect(element.children.allSatisfy { $0.attribute($0.name) == "1" })
        }
    }

    @Test("an ampersand in an attribute is one character to a schema")
    func ampersand() throws {
        let schema = try XMLSchema(
            text: """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:element name="a">
                    <xs:complexType>
                      <xs:attribute name="b">
                        <xs:simpleType>
                          <xs:restriction base="xs:string"><xs:length value="3"/></xs:restriction>
                        </xs:simpleType>
                      </xs:attribute>
                    </xs:complexType>
                  </xs:element>
                </xs:schema>
                """, baseDirectory: "/nowhere")
        #expect(try Samples.parse("<a b='x&amp;y'/>", schema: schema).attribute("b") == "x&y")
        #expect(throws: XMLFailure.invalid(element: "a", line: 1)) {
            try Samples.parse("<a b='&amp;#38;'/>", schema: schema)
        }
    }

    @Test("a SOAP fault is nobody's payload")
    func fault() throws {
        let text = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
            <faultcode>s:Server</faultcode></s:Fault></s:Body></s:Envelope>
            """
        let answer = try Samples.parse(text, schema: schema, part: .soapBody)
        #expect(answer.first(at: "Body", "Fault")?["faultcode"] == "s:Server")
    }

    @Test("a document cannot bring a schema of its own")
    func schemaLocation() {
        let text = """
            <mine xmlns="urn:mine" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="urn:mine http://127.0.0.1:1/mine.xsd"/>
            """
        #expect(throws: XMLFailure.invalid(element: "mine", line: 2)) {
            try Samples.parse(text, schema: schema)
        }
    }

    @Test("one schema serves many validations at once")
    func concurrent() async {
        let valid = person("<born>1985</born><name>A</name>")
        let invalid = person("<born>never</born><name>A</name>")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<200).allSatisfy { _ in
                        (try? Samples.parse(valid, schema: schema)) != nil
                            && (try? Samples.parse(invalid, schema: schema)) == nil
                    }
                }
            }
            for await allRight in group { #expect(allRight) }
        }
    }

    @Test("a schema that cannot be used is refused, with a reason")
    func unusable() {
        #expect(throws: XMLSchemaFailure.unreadable) { try XMLSchema(path: "/nowhere/at/all.xsd") }
        #expect(throws: XMLSchemaFailure.unreadable) {
            try XMLSchema(text: "<xs:schema", baseDirectory: "/nowhere")
        }
        #expect(throws: XMLSchemaFailure.self) {
            try XMLSchema(text: "<notASchema/>", baseDirectory: "/nowhere")
        }
    }

    @Test(
        "an import that is missing or elsewhere on the network leaves no half schema",
        arguments: ["other.xsd", "http://127.0.0.1:1/other.xsd"])
    func missingImport(location: String) {
        let text = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:import namespace="urn:other" schemaLocation="\(location)"/>
              <xs:element name="a" type="xs:string"/>
            </xs:schema>
            """
        #expect(throws: XMLSchemaFailure.self) {
            try XMLSchema(text: text, baseDirectory: "/nowhere")
        }
    }
}
