import AccessRights
import CanonicalJSON
import Facts

extension RefusalReason {
    /// What the right lacks: the code, and the one thing that it concerns under the name of its kind.
    var json: JSONValue {
        var object: JSONObject = ["code": .string(code)]
        switch self {
        case .organisationHasNone, .dossierRequired, .officialRequired, .openDossierRequired,
            .quotaExhausted, .nothingAsked, .populationUndetermined, .outsidePopulation:
            break
        case .roleMissing(let role): object["role"] = .string(role.rawValue)
        case .applicationNotCovered(let application):
            object["application"] = .string(application.text)
        case .purposeNotGranted(let purpose): object["purpose"] = .string(purpose.text)
        case .notYetValid(let authorisation, let day):
            object["authorisation"] = .string(authorisation.text)
            object["from"] = .string(day.text)
        case .noLongerValid(let authorisation, let day):
            object["authorisation"] = .string(authorisation.text)
            object["until"] = .string(day.text)
        case .municipalityNotCovered(let code): object["municipality"] = .string(code.digits)
        case .attributeNotGranted(let attribute):
            object["attribute"] = .string(attribute.rawValue)
        case .verificationNotGranted(let verification):
            object["verification"] = .string(verification.rawValue)
        case .referenceNotGranted(let kind), .referenceTooLong(let kind):
            object["kind"] = .string(kind.text)
        }
        return .object(object)
    }
}
