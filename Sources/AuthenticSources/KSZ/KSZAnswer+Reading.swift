import ConsultLog
import Facts
import Gateway
import XMLDocuments

extension KSZAnswer {
    /// Reads the answer to a question about `asked` from a document that the schema allows.
    ///
    /// - Throws: ``SourceFailure`` when it is a fault, an answer about somebody else, a status
    ///   that tells no fact, or has a value without a known meaning.
    init(_ document: XMLElement, about asked: SSIN) throws(SourceFailure) {
        let payload = try Self.payload(of: document)
        let information = payload.first("searchInformation")
        guard let ssin = information?["ssin"] else {
            throw .unintelligible(.outsideSchema(element: "searchInformation/ssin"))
        }
        guard ssin == asked.digits else { throw .unintelligible(.anotherSubject) }

        ticket = payload.first("informationCBSS")?["ticketCBSS"].flatMap {
            try? SourceTicket(parsing: $0)
        }
        let file = payload.first("rrn_it_implicit").map(RegisterFile.init)
        if let file { try file.check(isAbout: asked) }
        received = file?.informationTypes ?? []
        content = try Self.content(status: payload.required("status", in: ""), file)
    }

    /// The one element in the body of the envelope that the schema has validated.
    private static func payload(of document: XMLElement) throws(SourceFailure) -> XMLElement {
        let body = document.children.first {
            $0.name == "Body" && $0.namespace == KSZNamespace.envelope
        }
        guard let payload = body?.children.first else {
            throw .unintelligible(.outsideSchema(element: "Body"))
        }
        if payload.name == "Fault", payload.namespace == KSZNamespace.envelope {
            throw .unintelligible(.fault(code: SOAPFault.code(of: payload)))
        }
        guard payload.name == "retrieveTIGroupsResponse",
            payload.namespace == KSZNamespace.service
        else { throw .unintelligible(.outsideSchema(element: "retrieveTIGroupsResponse")) }
        return payload
    }

    private static func content(
        status: XMLElement, _ file: RegisterFile?
    ) throws(SourceFailure) -> Content {
        guard let code = status["code"], let known = KSZStatus(rawValue: code) else {
            throw .unintelligible(.unexpectedValue(element: "status/code"))
        }
        // Value and code tell the same thing twice: an answer that contradicts itself tells none.
        guard (status["value"] == "DATA_FOUND") == (known.meaning == .file) else {
            throw .unintelligible(.unexpectedValue(element: "status/value"))
        }
        switch known.meaning {
        case .file:
            guard let file else {
                throw .unintelligible(.outsideSchema(element: "rrn_it_implicit"))
            }
            return .file(file)
        case .unknown: return .unknown
        case .replaced: return .replaced(by: try newNumber(in: status))
        case .deceased: return .deceased(on: try dateOfDeath(in: status), file)
        case .notAllowed: throw .notAllowed(code: known.rawValue)
        case .fault: throw .unintelligible(.fault(code: known.rawValue))
        case .silent: throw .unavailable(.unreachable)
        }
    }

    private static func newNumber(in status: XMLElement) throws(SourceFailure) -> SSIN {
        guard let text = field("newSSIN", of: status), let ssin = try? SSIN(parsing: text) else {
            throw .unintelligible(.unexpectedValue(element: "status/information/newSSIN"))
        }
        return ssin
    }

    private static func dateOfDeath(
        in status: XMLElement
    ) throws(SourceFailure) -> IncompleteDate? {
        guard let text = field("deceiseDate", of: status), !text.isEmpty else { return nil }
        guard let date = try? IncompleteDate(parsing: text) else {
            throw .unintelligible(.unexpectedValue(element: "status/information/deceiseDate"))
        }
        return date
    }

    private static func field(_ name: String, of status: XMLElement) -> String? {
        status.all("information").first { $0["fieldName"] == name }?["fieldValue"]
    }
}
