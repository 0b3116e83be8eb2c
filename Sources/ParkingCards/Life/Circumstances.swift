import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway

/// In which circumstances the sources were asked about an application: who asked and what for,
/// without the name of an official.
struct Circumstances: Hashable, Sendable {
    let caller: Caller
    let purpose: PurposeID
    let dossier: DossierReference?
    /// Whether a verified token named the applicant.
    let isByApplicant: Bool

    init(_ context: ConsultContext, for application: CardApplication) {
        caller = Caller(
            organisation: context.caller.organisation, application: context.caller.application)
        purpose = context.purpose
        dossier = context.dossier
        isByApplicant = context.applicant == application.applicant
    }

    func context(for application: CardApplication) -> ConsultContext {
        ConsultContext(
            caller: caller, purpose: purpose, dossier: dossier,
            applicant: isByApplicant ? application.applicant : nil)
    }

    var json: JSONValue {
        var object: JSONObject = [
            "organisation": .string(caller.organisation.digits),
            "application": .string(caller.application.text), "purpose": .string(purpose.text),
            "isByApplicant": .bool(isByApplicant),
        ]
        object["dossier"] = dossier.map { .string($0.text) }
        return .object(object)
    }

    init?(stored reader: inout JSONReader) {
        let organisation = reader.string("organisation", expected: "a number") {
            try EnterpriseNumber(parsing: $0)
        }
        let application = reader.string("application", expected: "a name") {
            try ApplicationID(parsing: $0)
        }
        let purpose = reader.string("purpose", expected: "a purpose") {
            try PurposeID(parsing: $0)
        }
        let dossier = reader.optionalString("dossier", expected: "a dossier") {
            try DossierReference(parsing: $0)
        }
        let isByApplicant = reader.optionalValue("isByApplicant")?.bool
        guard let organisation, let application, let purpose, let isByApplicant else { return nil }
        caller = Caller(organisation: organisation, application: application)
        self.purpose = purpose
        self.dossier = dossier
        self.isByApplicant = isByApplicant
    }
}
