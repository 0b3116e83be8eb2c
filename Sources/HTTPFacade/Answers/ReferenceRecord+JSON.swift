import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway

extension ReferenceRecord {
    /// The dossier without its subject, which whoever asks knows.
    ///
    /// - Parameter consult: under which it was opened, when that is just done.
    func json(consult: ConsultID?) -> JSONValue {
        var object: JSONObject = [
            "referenceId": .string(id.uuid.text), "kind": .string(kind.text),
            "authorisation": .string(authorisation.id.text), "from": .string(from.text),
            "until": .string(until.text),
        ]
        object["consultId"] = consult.map { .string($0.uuid.text) }
        object["closed"] = closed.map { .string($0.text) }
        return .object(object)
    }
}
