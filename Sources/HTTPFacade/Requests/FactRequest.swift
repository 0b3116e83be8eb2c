import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway

/// A request for facts about one subject.
struct FactRequest<Subject: Sendable>: Sendable {
    let subject: Subject
    /// Never empty.
    let attributes: Set<AttributeID>
    private let purpose: PurposeID
    private let dossier: DossierReference?

    /// Reads a body.
    ///
    /// - Parameter readSubject: reads the field that names the subject.
    /// - Throws: a problem that names every field that is wrong.
    init(
        _ body: JSONValue, _ selection: Selection,
        subject readSubject: (inout JSONReader) -> Subject?
    ) throws(Problem) {
        var reader = JSONReader(body)
        let subject = readSubject(&reader)
        let selected = reader.strings("select", expected: FieldRule.selection.rawValue) {
            selection.attributes(named: $0)
        }
        if let selected, !(1...Selection.most).contains(selected.count) {
            reader.report(.selectionCount, at: "select")
        }
        let purpose = reader.purpose()
        dossier = reader.dossier()
        do throws(JSONFieldIssues) {
            let (subject, selected, purpose) = try reader.complete(subject, selected, purpose)
            self.subject = subject
            self.purpose = purpose
            attributes = Set(selected.joined())
        } catch {
            throw Problem.badRequest(error)
        }
    }

    func context(of caller: CallerContext) -> ConsultContext {
        caller.consult(for: purpose, dossier: dossier)
    }
}
