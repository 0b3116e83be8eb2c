import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway
import ParkingCards

/// A request for an assessment of who is entitled to a parking card.
struct AssessmentRequest: Sendable {
    static let mostDocuments = 20

    let application: CardApplication
    private let purpose: PurposeID
    private let dossier: DossierReference?

    /// - Throws: a problem that names every field that is wrong.
    init(_ body: JSONValue) throws(Problem) {
        var reader = JSONReader(body)
        let municipality = reader.municipality("municipality")
        let cardType = reader.field("cardType", .cardType) { CardType(rawValue: $0) }
        let applicant = reader.object("applicant") { $0.ssin("ssin") }
        let plate = reader.object("vehicle") { $0.plate("plate") }
        let documents = reader.optionalObjects("supportingDocuments") { $0.supportingDocument() }
        if let documents, documents.count > Self.mostDocuments {
            reader.report(.documentCount, at: "supportingDocuments")
        }
        let language = reader.optionalString("language", expected: FieldRule.language.rawValue) {
            Language(rawValue: $0)
        }
        let purpose = reader.purpose()
        dossier = reader.dossier()
        do throws(JSONFieldIssues) {
            let (municipality, cardType, applicant, plate, purpose) = try reader.complete(
                municipality, cardType, applicant, plate, purpose)
            self.purpose = purpose
            application = CardApplication(
                municipality: municipality, cardType: cardType, applicant: applicant, plate: plate,
                documents: documents ?? [], language: language ?? .nl)
        } catch {
            throw Problem.badRequest(error)
        }
    }

    func context(of caller: CallerContext) -> ConsultContext {
        caller.consult(for: purpose, dossier: dossier)
    }
}

extension JSONReader {
    fileprivate mutating func supportingDocument() -> SupportingDocument? {
        let kind = field("kind", .documentKind) { text in
            SupportingDocument.Kind.allCases.first { $0.word == text }
        }
        let enterprise = enterpriseNumber("enterpriseNumber")
        let person = ssin("ssin")
        let plate = plate("plate")
        let from = date("from")
        let until = date("until")
        guard let kind, let enterprise, let person, let plate, let from, let until else {
            return nil
        }
        guard let period = ValidityPeriod(from: from, until: until) else {
            report(.period, at: "until")
            return nil
        }
        return SupportingDocument(
            kind, by: enterprise, for: person, plate: plate, period: period)
    }
}

extension SupportingDocument.Kind {
    /// The word in the API, where codes are lower camel case.
    fileprivate var word: String {
        let parts = rawValue.split(separator: "_")
        return parts.dropFirst().reduce(parts.first.map(String.init) ?? "") {
            $0 + $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }
}
