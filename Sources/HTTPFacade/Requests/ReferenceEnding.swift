import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway

/// A request to close a dossier in the repertory of references.
struct ReferenceEnding: Sendable {
    let reference: ReferenceID
    private let purpose: PurposeID

    /// - Throws: a problem that names every field that is wrong.
    init(_ body: JSONValue) throws(Problem) {
        var reader = JSONReader(body)
        let id = reader.field("referenceId", .reference) { UUIDv7(parsing: $0) }
        let purpose = reader.purpose()
        do throws(JSONFieldIssues) {
            let (id, purpose) = try reader.complete(id, purpose)
            reference = ReferenceID(id)
            self.purpose = purpose
        } catch {
            throw Problem.badRequest(error)
        }
    }

    func context(of caller: CallerContext) -> ConsultContext {
        caller.consult(for: purpose, dossier: nil)
    }
}
