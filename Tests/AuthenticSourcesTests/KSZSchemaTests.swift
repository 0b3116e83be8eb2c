import Facts
import Gateway
import Testing
import XMLDocuments

@testable import AuthenticSources

/// Our description against the official one: whatever is done to a message, both accept it or
/// both refuse it.
@Suite("Our description of the messages")
struct KSZSchemaTests {
    @Test("it accepts and refuses what the official schema does")
    func agrees() throws {
        let own = try #require(KSZSchemas.own)
        guard let official = KSZSchemas.official else { return }
        var accepted = 0
        var refused = 0
        for payload in try Self.payloads() {
            let bytes = try KSZMessage.bytes(payload)
            let verdict = KSZSchemas.accepts(official, bytes)
            #expect(
                KSZSchemas.accepts(own, bytes) == verdict,
                "\(verdict ? "refuses" : "accepts") \(String(decoding: bytes, as: UTF8.self))")
            if verdict { accepted += 1 } else { refused += 1 }
        }
        #expect(accepted > 500 && refused > 500)
    }

    /// Every kind of message, and every part of a file that a vector has, whole and with one thing
    /// changed.
    private static func payloads() throws -> Set<XMLElement> {
        let message = KSZMessage(information: [("a", "b"), ("c", nil)])
        var payloads = Set(
            [message.payload, try request(), fault()].flatMap { changes(of: $0) })
        let files =
            PersonVectors.all.map(\.file) + HouseholdVectors.head.map(\.file)
            + HouseholdVectors.household.map(\.file) + LicenceVectors.all.map(\.file)
        var shapes: Set<String> = []
        for part in files.joined() where shapes.insert(shape(of: part)).inserted {
            for changed in changes(of: part) {
                payloads.insert(KSZMessage(ticket: nil, file: [changed]).payload)
            }
        }
        return payloads
    }

    /// The names in an element: two parts of one shape are changed in the same ways.
    private static func shape(of element: XMLElement) -> String {
        "\(element.name)(\(element.children.map(shape).joined(separator: ",")))"
    }

    private static func request() throws -> XMLElement {
        let bytes = RetrieveTIRequest(
            customer: try EnterpriseNumber(parsing: "0206731645"), language: .nl
        ).bytes(
            of: KSZHarness.subject, asked: KSZHarness.capability().asked, legalContext: "X",
            sent: KSZHarness.moment)
        return try #require(XMLElement(parsing: bytes).first("Body")?.children.first)
    }

    private static func fault() -> XMLElement {
        let heading = KSZMessage().payload.children
        let detail = plain(
            "detail", plain("severity", "FATAL"), plain("reasonCode", "MSG00003"),
            plain("diagnostic", "Unexpected internal error occurred"), plain("authorCode", "x"),
            plain("information", plain("fieldName", "a")))
        return XMLElement(
            "retrieveTIGroupsFault", namespace: KSZMessage.service,
            children: Array(heading.prefix(2)) + [detail])
    }

    /// The message, and the message with one thing changed, for every thing.
    private static func changes(of element: XMLElement) -> [XMLElement] {
        var results = [element]
        if element.children.isEmpty {
            for text in ["", "x", "2", "18", "85073090034"]
            where text != element.text {
                results.append(with(element) { $0.text = text })
            }
            results.append(with(element) { $0.text = String(repeating: "y", count: 300) })
        }
        results.append(with(element) { $0.attributes.append(XMLAttribute("Type", "x")) })
        results.append(with(element) { $0.attributes.append(XMLAttribute("other", "x")) })
        results.append(with(element) { $0.namespace = $0.namespace == nil ? "urn:x" : nil })
        results.append(with(element) { $0.children.append(XMLElement("other")) })
        for index in element.children.indices {
            results.append(with(element) { $0.children.remove(at: index) })
            results.append(with(element) { $0.children.insert($0.children[index], at: index) })
            if index > 0 { results.append(with(element) { $0.children.swapAt(index, index - 1) }) }
            // The place of an act is described by its element alone.
            guard element.children[index].name != "Lieu" else { continue }
            for changed in changes(of: element.children[index]) {
                results.append(with(element) { $0.children[index] = changed })
            }
        }
        return results
    }

    private static func with(
        _ element: XMLElement, _ change: (inout XMLElement) -> Void
    ) -> XMLElement {
        var element = element
        change(&element)
        return element
    }
}
