import Facts
import XMLDocuments

/// A request to `retrieveTI`, read from its envelope.
struct RetrieveTIQuestion {
    /// As it came, to be given back.
    private(set) var customer: XMLElement
    /// The number of the asking organisation, unless it named itself by sector and institution.
    let organisation: String?
    let legalContext: String
    let ssin: String
    /// As asked; French when nothing was.
    let language: Language
    let requestedLanguage: String?
    let history: String?

    /// Why a request gets a SOAP fault instead of an answer.
    enum Malformed: Error {
        case notXML
        case notThisRequest
        case outsideTheSchema
    }

    init(parsing bytes: some Collection<UInt8>) throws(Malformed) {
        let envelope: XMLElement
        do throws(XMLFailure) {
            envelope = try XMLElement(parsing: bytes)
        } catch {
            throw .notXML
        }
        guard envelope.name == "Envelope", envelope.namespace == KSZNamespace.envelope,
            let request = envelope.first("Body")?.children.first,
            request.name == "retrieveTIGroupsRequest", request.namespace == KSZNamespace.service
        else { throw .notThisRequest }
        guard let customer = request.first("informationCustomer"),
            let identity = customer.first("customerIdentification"),
            let legalContext = request["legalContext"], legalContext.unicodeScalars.count <= 64,
            let search = request.first("searchInformation"), let ssin = search["ssin"],
            Self.isNumber(ssin), Self.isInOrder(request.children)
        else { throw .outsideTheSchema }
        organisation = identity["cbeNumber"]
        guard organisation != nil || identity["sector"] != nil else { throw .outsideTheSchema }
        self.customer = customer
        self.legalContext = legalContext
        self.ssin = ssin
        requestedLanguage = search["language"]
        switch requestedLanguage {
        case nil, "fr", "de": language = .fr
        case "nl": language = .nl
        default: throw .outsideTheSchema
        }
        history = search["history"]
        guard history.map({ ["true", "false", "1", "0"].contains($0) }) ?? true else {
            throw .outsideTheSchema
        }
    }

    /// The same question as somebody else asked it.
    var withoutTicket: RetrieveTIQuestion {
        var other = self
        other.customer.children.removeAll { $0.name == "ticket" || $0.name == "timestampSent" }
        return other
    }

    var wantsHistory: Bool { history == "true" || history == "1" }

    private static func isInOrder(_ children: [XMLElement]) -> Bool {
        children.map(\.name).filter { $0 != "informationCBSS" } == [
            "informationCustomer", "legalContext", "searchInformation",
        ]
    }

    /// The patterns of `SsinType`, which do not check the check digits.
    private static func isNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 11, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        let value = { (range: Range<Int>) in bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let month = value(2..<4)
        guard value(4..<6) <= 31, value(9..<11) <= 97 else { return false }
        return month <= 12 ? value(6..<9) > 0 : [20...32, 40...52].contains { $0 ~= month }
    }
}
