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

    /// - Parameter time: when the declarations in it are made.
    /// - Throws: a problem that names every field that is wrong.
    init(_ body: JSONValue, at time: Timestamp) throws(Problem) {
        var reader = JSONReader(body)
        let application = reader.cardApplication(at: time)
        let purpose = reader.purpose()
        dossier = reader.dossier()
        do throws(JSONFieldIssues) {
            (self.application, self.purpose) = try reader.complete(application, purpose)
        } catch {
            throw Problem.badRequest(error)
        }
    }

    func context(of caller: CallerContext) -> ConsultContext {
        caller.consult(for: purpose, dossier: dossier)
    }
}
