public import CanonicalJSON
public import Facts

extension AuthorisationLife {
    /// What a list says of the authorisation: where it stands on a day, and whom it concerns.
    public func summary(on day: CalendarDate) -> JSONObject {
        var object: JSONObject = [
            "id": .string(id.text), "state": .string(state(on: day).rawValue),
        ]
        if let terms = terms(on: day) {
            object["hash"] = .string(terms.hash.hexadecimal)
            object["organisation"] = .string(terms.terms.organisation.digits)
            object["purpose"] = .string(terms.terms.purpose.id.text)
            object["title"] = terms.terms.json["title"]
            object["validity"] = terms.terms.json["validity"]
        }
        if let pending {
            object["pending"] = [
                "hash": .string(pending.terms.hash.hexadecimal),
                "state": .string(pending.state.rawValue),
            ]
        }
        object["revokedFrom"] = revokedFrom.map { .string($0.text) }
        return object
    }

    /// The whole of it: the terms, those that wait for approval, and every change.
    public func json(on day: CalendarDate) -> JSONValue {
        var object = summary(on: day)
        object["document"] = terms(on: day)?.terms.json
        object["pendingDocument"] = pending?.terms.terms.json
        object["changes"] = .array(changes.map(\.json))
        return .object(object)
    }
}

extension RightsChange {
    /// What, when known, from when valid, and of which kind of hand: who it was and why is for
    /// auditors, who find it in the log under the consult.
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "step": .string(step.rawValue), "hash": .string(version.hexadecimal),
            "by": .string(actor.kind), "known": .string(known.text),
            "validFrom": .string(validFrom.text),
        ]
        if case .application(let organisation, let application) = actor {
            object["organisation"] = .string(organisation.digits)
            object["application"] = .string(application.text)
        }
        object["consultId"] = record.map { .string($0.text) }
        return .object(object)
    }
}
