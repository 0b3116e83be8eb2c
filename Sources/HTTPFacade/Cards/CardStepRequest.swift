import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway
import ParkingCards

/// A request for a step on a card: the card, and what the step needs.
struct CardStepRequest<Content: Sendable>: Sendable {
    let card: CardID
    let content: Content

    /// - Parameter read: reads what the step needs besides the card; `nil` when it is not right.
    /// - Throws: a problem that names every field that is wrong.
    init(
        _ body: JSONValue, _ read: (inout JSONReader) -> Content?
    ) throws(Problem) {
        var reader = JSONReader(body)
        let card = reader.field("cardId", .card) { CardID(parsing: $0) }
        let content = read(&reader)
        do throws(JSONFieldIssues) {
            let (card, content) = try reader.complete(card, content)
            self.card = card
            self.content = content
        } catch {
            throw Problem.badRequest(error)
        }
    }
}

/// What a step needs that asks the sources.
struct CardConsult: Sendable {
    let purpose: PurposeID
    let dossier: DossierReference?
    let documents: [SupportingDocument]

    /// - Parameter takesDocuments: whether documents can be handed in with the step.
    init?(_ reader: inout JSONReader, takesDocuments: Bool = true) {
        let documents =
            takesDocuments
            ? reader.optionalObjects("supportingDocuments") { $0.supportingDocument() } : nil
        if let documents, documents.count > AssessmentRequest.mostDocuments {
            reader.report(.documentCount, at: "supportingDocuments")
        }
        let purpose = reader.purpose()
        dossier = reader.dossier()
        guard let purpose else { return nil }
        self.purpose = purpose
        self.documents = documents ?? []
    }

    func context(of caller: CallerContext) -> ConsultContext {
        caller.consult(for: purpose, dossier: dossier)
    }
}

extension JSONReader {
    mutating func cardReason() -> CardReason? {
        field("reason", .cardReason) { CardReason(parsing: $0) }
    }

    mutating func optionalCardReason() -> CardReason? {
        optionalString("reason", expected: FieldRule.cardReason.rawValue) {
            CardReason(parsing: $0)
        }
    }

    mutating func payment() -> Payment? {
        let cents = integer("amountCents", in: 0...10_000_000)
        let reference = string("reference")
        guard let cents, let reference else { return nil }
        let payment = Payment(of: Euros(cents: Int(cents)), reference: reference)
        if payment == nil { report(.paymentReference, at: "reference") }
        return payment
    }

    mutating func cardPlates() -> [Plate]? {
        let plates = strings("plates", expected: FieldRule.plate.rawValue) {
            try Plate(parsing: $0)
        }
        if let plates, !(1...10).contains(plates.count) || Set(plates).count != plates.count {
            report(.plateCount, at: "plates")
        }
        return plates
    }

    mutating func delivery() -> CardNotice.Delivery? {
        let on = date("deliveredOn")
        let proof = string("proof")
        guard let on, let proof else { return nil }
        let delivery = CardNotice.Delivery(on: on, proof: proof)
        if delivery == nil { report(.deliveryProof, at: "proof") }
        return delivery
    }
}
