import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway

/// A request to open a dossier in the repertory of references.
struct ReferenceOpening: Sendable {
    let order: ReferenceOrder
    private let purpose: PurposeID

    /// - Throws: a problem that names every field that is wrong.
    init(_ body: JSONValue, today: CalendarDate) throws(Problem) {
        var reader = JSONReader(body)
        let kind = reader.field("kind", .referenceKind) { try ReferenceKind(parsing: $0) }
        let subject = reader.subject("subject")
        let dossier = reader.field("dossier", .dossier) { try DossierReference(parsing: $0) }
        let until = reader.date("until")
        if let until, until < today { reader.report(.lastDay, at: "until") }
        let purpose = reader.purpose()
        do throws(JSONFieldIssues) {
            let (kind, subject, dossier, until, purpose) = try reader.complete(
                kind, subject, dossier, until, purpose)
            order = ReferenceOrder(kind: kind, subject: subject, dossier: dossier, until: until)
            self.purpose = purpose
        } catch {
            throw Problem.badRequest(error)
        }
    }

    func context(of caller: CallerContext) -> ConsultContext {
        caller.consult(for: purpose, dossier: order.dossier)
    }
}

extension JSONReader {
    /// A person, an enterprise or a vehicle, exactly one of them.
    fileprivate mutating func subject(_ name: String) -> Subject? {
        let names = ["ssin", "enterpriseNumber", "plate"]
        let subject = object(name) { inner -> Subject?? in
            let present = names.filter { inner.has($0) }
            guard present.count == 1 else { return .some(nil) }
            switch present[0] {
            case "ssin": return inner.ssin("ssin").map { .person($0) }
            case "plate": return inner.plate("plate").map { .vehicle($0) }
            default:
                return inner.enterpriseNumber("enterpriseNumber").map { .enterprise($0) }
            }
        }
        guard let subject else { return nil }
        if subject == nil { report(.subject, at: name) }
        return subject
    }
}
