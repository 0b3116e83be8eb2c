import Facts
import XMLDocuments

/// Writes answers of `retrieveTI` around the question that they answer.
struct RetrieveTIAnswer {
    let question: RetrieveTIQuestion
    /// A UUID.
    let ticket: String
    let received: Timestamp
    let replied: Timestamp
    var status: KSZStatusCode
    var information: [(name: String, value: String)] = []

    private static let writer = XMLWriter(prefixes: [
        KSZNamespace.envelope: "soapenv", KSZNamespace.service: "v2",
    ])
    private static let fileWriter = XMLWriter(prefixes: [KSZNamespace.register: "rn"])
    private static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8.count
    private static let end =
        "</v2:retrieveTIGroupsResponse></soapenv:Body></soapenv:Envelope>".utf8.count

    /// The element `rrn_it_implicit` as bytes that ``bytes(with:)`` can set into an answer, so that
    /// a file is written once for many answers.
    static func fileBytes(_ file: PersonFile) throws(XMLWriterFailure) -> [UInt8] {
        Array(try fileWriter.document(file.element).dropFirst(declaration))
    }

    /// The envelope, with a file or without.
    func bytes(
        with file: [UInt8] = [], statusValue: String? = nil
    ) throws(XMLWriterFailure) -> [UInt8] {
        let answer = XMLElement(
            "retrieveTIGroupsResponse", namespace: KSZNamespace.service,
            children: [
                question.customer, Self.cbss(ticket, received, replied),
                XMLElement("legalContext", text: question.legalContext), searchInformation,
                statusElement(statusValue),
            ])
        var bytes = try Self.envelope(answer)
        bytes.insert(contentsOf: file, at: bytes.count - Self.end)
        return bytes
    }

    private static func envelope(_ payload: XMLElement) throws(XMLWriterFailure) -> [UInt8] {
        try writer.document(
            XMLElement(
                "Envelope", namespace: KSZNamespace.envelope,
                children: [
                    XMLElement("Body", namespace: KSZNamespace.envelope, children: [payload])
                ]))
    }

    private static func cbss(
        _ ticket: String, _ received: Timestamp, _ replied: Timestamp
    ) -> XMLElement {
        XMLElement(
            "informationCBSS",
            children: [
                XMLElement("ticketCBSS", text: ticket),
                XMLElement("timestampReceive", text: received.text),
                XMLElement("timestampReply", text: replied.text),
            ])
    }

    private var searchInformation: XMLElement {
        var children = [XMLElement("ssin", text: question.ssin)]
        if let language = question.requestedLanguage {
            children.append(XMLElement("language", text: language))
        }
        if let history = question.history {
            children.append(XMLElement("history", text: history))
        }
        return XMLElement("searchInformation", children: children)
    }

    private func statusElement(_ value: String?) -> XMLElement {
        XMLElement(
            "status",
            children: [
                XMLElement("value", text: value ?? status.value),
                XMLElement("code", text: status.rawValue),
                XMLElement("description", text: status.text),
            ]
                + information.map {
                    XMLElement(
                        "information",
                        children: [
                            XMLElement("fieldName", text: $0.name),
                            XMLElement("fieldValue", text: $0.value),
                        ])
                })
    }

    /// A SOAP fault (SOAP 1.1 §4.4) with the detail of the contract.
    static func fault(
        _ side: String, _ text: String, reason: String, ticket: String, at time: Timestamp
    ) throws(XMLWriterFailure) -> [UInt8] {
        let message = XMLElement(
            "detail",
            children: [
                XMLElement("severity", text: "FATAL"), XMLElement("reasonCode", text: reason),
                XMLElement("diagnostic", text: text),
                XMLElement("authorCode", text: "urn:onlyonce:simulator"),
            ])
        return try envelope(
            XMLElement(
                "Fault", namespace: KSZNamespace.envelope,
                children: [
                    XMLElement("faultcode", text: "soapenv:" + side),
                    XMLElement("faultstring", text: text),
                    XMLElement(
                        "detail",
                        children: [
                            XMLElement(
                                "retrieveTIGroupsFault", namespace: KSZNamespace.service,
                                children: [cbss(ticket, time, time), message])
                        ]),
                ]))
    }
}
