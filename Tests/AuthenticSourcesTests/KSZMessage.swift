import Facts
import XMLDocuments

@testable import AuthenticSources

/// An answer of the Crossroads Bank, built from parts.
struct KSZMessage: Sendable {
    var asked = "85073090034"
    var value = "DATA_FOUND"
    var code = "MSG00000"
    var information: [(name: String, value: String?)] = []
    var ticket: String? = "0f7c1a52-7d2e-4d3a-9b1e-5a6b7c8d9e0f"
    /// `nil` for an answer without a file.
    var file: [XMLElement]?

    static let service = "http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2"
    static let envelope = "http://schemas.xmlsoap.org/soap/envelope/"
    static let writer = XMLWriter(
        prefixes: [envelope: "soap", service: "v2", registerNamespace: "r"])

    var payload: XMLElement {
        var children = [
            plain(
                "informationCustomer",
                plain("ticket", "01890a5d-ac96-774b-bcce-b302099a8057"),
                plain("timestampSent", "2026-11-21T09:14:02.125Z"),
                plain("customerIdentification", plain("cbeNumber", "0206731645")))
        ]
        if let ticket {
            children.append(
                plain(
                    "informationCBSS", plain("ticketCBSS", ticket),
                    plain("timestampReceive", "2026-11-21T09:14:02.200Z"),
                    plain("timestampReply", "2026-11-21T09:14:02.300Z")))
        }
        children.append(plain("legalContext", "PARKING"))
        children.append(
            plain(
                "searchInformation", plain("ssin", asked), plain("language", "nl"),
                plain("history", "false")))
        children.append(status)
        if let file {
            children.append(XMLElement("rrn_it_implicit", children: file))
        }
        return XMLElement("retrieveTIGroupsResponse", namespace: Self.service, children: children)
    }

    private var status: XMLElement {
        var status = plain("status", plain("value", value), plain("code", code))
        status.children.append(plain("description", "Treatment completed."))
        for field in information {
            var element = plain("information", plain("fieldName", field.name))
            if let value = field.value { element.children.append(plain("fieldValue", value)) }
            status.children.append(element)
        }
        return status
    }

    func bytes() throws -> [UInt8] { try Self.bytes(payload) }

    /// The payload in an envelope.
    static func bytes(_ payload: XMLElement) throws -> [UInt8] {
        let body = XMLElement("Body", namespace: envelope, children: [payload])
        return try writer.document(XMLElement("Envelope", namespace: envelope, children: [body]))
    }
}

let registerNamespace = "http://www.ibz.rrn.fgov.be/XSD/xm25/rn25Schema"

/// An element of the Crossroads Bank's own part of a message.
func plain(_ name: String, _ text: String) -> XMLElement { XMLElement(name, text: text) }

func plain(_ name: String, _ children: XMLElement...) -> XMLElement {
    XMLElement(name, children: children)
}

/// An element of the National Register.
func r(_ name: String, _ text: String) -> XMLElement {
    XMLElement(name, namespace: registerNamespace, text: text)
}

func r(_ name: String, _ children: XMLElement?...) -> XMLElement {
    XMLElement(name, namespace: registerNamespace, children: children.compactMap { $0 })
}

func r(_ name: String, children: [XMLElement]) -> XMLElement {
    XMLElement(name, namespace: registerNamespace, children: children)
}

/// A code with an optional label.
func coded(_ name: String, _ code: String, _ label: String?) -> XMLElement {
    r(name, r("Code", code), label.map { r("Label", $0) })
}

/// A date of the register, from `yyyy-mm-dd`; parts that are left out are absent.
func date(_ name: String, _ text: String) -> XMLElement {
    let parts = text.split(separator: "-").map(String.init)
    var children: [XMLElement] = []
    if let year = parts.first {
        children = [r("Century", String(year.prefix(2))), r("Year", String(year.suffix(2)))]
    }
    if parts.count > 1 { children.append(r("Month", parts[1])) }
    if parts.count > 2 { children.append(r("Day", parts[2])) }
    return r(name, children: children)
}

/// The same element with an attribute more.
func marked(_ element: XMLElement, _ name: String, _ value: String) -> XMLElement {
    var element = element
    element.attributes.append(XMLAttribute(name, value))
    return element
}

/// A name as the register writes it.
func name(_ element: String, last: [String], first: [String?]) -> XMLElement {
    r(
        element,
        children: last.map { r("LastName", r("Code", "1"), r("Label", $0)) }
            + first.map { r("FirstName", r("Code", "2"), $0.map { r("Label", $0) }) })
}
