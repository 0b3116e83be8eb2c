import CanonicalJSON
import Facts
import ParkingCards

/// What an applicant hands in, and what an official declares.
extension JSONReader {
    static let mostStaff: Int64 = 1_000_000

    /// A document, with at least what its kind must name.
    mutating func supportingDocument() -> SupportingDocument? {
        let kind = field("kind", .documentKind) { text in
            SupportingDocument.Kind.allCases.first { $0.apiWord == text }
        }
        let ties = kind?.ties ?? []
        let enterprise =
            ties.contains(.enterprise) || has("enterpriseNumber")
            ? enterpriseNumber("enterpriseNumber") : nil
        let person = ties.contains(.person) || has("ssin") ? ssin("ssin") : nil
        let plate = ties.contains(.plate) || has("plate") ? plate("plate") : nil
        let staff =
            kind == .staffDeclaration
            ? integer("staff", in: 0...Self.mostStaff)
            : optionalInteger("staff", in: 0...Self.mostStaff)
        let period = period()
        guard let kind, let period else { return nil }
        return SupportingDocument(
            kind, by: enterprise, for: person, plate: plate, period: period,
            headcount: staff.map { Int($0) })
    }

    /// One statement of an official, with the days for which it holds.
    mutating func declaration(at time: Timestamp) -> Declaration? {
        let named = ["question", "staff", "sector", "registeredSince"].filter { has($0) }
        let period = period()
        guard named.count == 1, let name = named.first else {
            _ = has("answer")
            report(.declaration, at: named.count > 1 ? named[1] : "question")
            return nil
        }
        let statement: Declaration.Statement?
        switch name {
        case "question": statement = declaredAnswer()
        case "staff": statement = integer("staff", in: 0...Self.mostStaff).map { .staff(Int($0)) }
        case "sector":
            statement = field("sector", .sector) { SectorID(parsing: $0) }.map { .sector($0) }
        default: statement = parkingDay("registeredSince").map { .registeredSince($0) }
        }
        guard let statement, let period else { return nil }
        return Declaration(statement, madeAt: time, period: period)
    }

    /// Whether a plate has a card stands in the municipality's own register, which nobody declares.
    private mutating func declaredAnswer() -> Declaration.Statement? {
        let question = field("question", .question) { text in
            text == FactQuestion.plateIsFree.rawValue ? nil : FactQuestion(rawValue: text)
        }
        let value = optionalValue("answer")
        guard case .bool(let answer) = value else {
            if value == nil {
                report(.missing, at: "answer")
            } else {
                report(.answer, at: "answer")
            }
            return nil
        }
        return question.map { .answer($0, answer) }
    }
}
