public import CanonicalJSON
import ConsultLog
import Facts

extension DecisionInputs {
    /// The inputs in canonical JSON (RFC 8785), from which ``init(parsing:)`` makes them again.
    ///
    /// - Throws: ``CanonicalJSON/JSONFailure`` never, for inputs that were found out here.
    public func canonicalBytes() throws(JSONFailure) -> [UInt8] {
        var object: JSONObject = [
            "appliedOn": .string(appliedOn.text),
            "cardType": .string(cardType.rawValue),
            "decidedOn": .string(decidedOn.text),
            "documents": .array(documents.sorted().map { .string($0.rawValue) }),
            "findings": findings.json,
            "knownOn": .string(knownOn.text),
            "language": .string(language.rawValue),
            "municipality": .string(municipality.digits),
            "plates": .integer(Int64(plates)),
            "schema": .string(Self.schema),
        ]
        if let term { object["term"] = .string(term.text) }
        if let renewal {
            object["renewal"] = [
                "heldSince": .string(renewal.heldSince.text), "rank": .integer(Int64(renewal.rank)),
            ]
        }
        return try JSONValue.object(object).canonicalBytes()
    }

    /// The form of the stored inputs.
    static let schema = "decision-inputs/0.1"
}

extension Findings {
    fileprivate var json: JSONValue {
        var answers = JSONObject()
        for (question, evidence) in self.answers {
            answers[question.rawValue] = evidence.json { .string($0 ? "yes" : "no") }
        }
        var counts = JSONObject()
        for (key, count) in self.counts {
            var object = JSONObject()
            if let asked = count.key { object["key"] = asked.json { .string($0 ? "yes" : "no") } }
            if let live = count.live { object["live"] = live.json { .integer(Int64($0)) } }
            counts[key.rawValue] = .object(object)
        }
        var object: JSONObject = ["answers": .object(answers), "counts": .object(counts)]
        if let municipalCards {
            object["municipalCards"] = municipalCards.json { .integer(Int64($0)) }
        }
        if let staff { object["staff"] = staff.json { .integer(Int64($0)) } }
        if let sector { object["sector"] = sector.json { .string($0.text) } }
        if let registeredSince {
            object["registeredSince"] = registeredSince.json { .string($0.text) }
        }
        return .object(object)
    }
}

extension Evidence {
    fileprivate func json(_ value: (Value) -> JSONValue) -> JSONValue {
        var object: JSONObject = [
            "asOf": .integer(asOf.milliseconds), "basis": .string(basis.rawValue),
        ]
        if let consult { object["consult"] = .string(consult.uuid.text) }
        switch finding {
        case .known(let known): object["known"] = value(known)
        case .unknown(let gap): object["unknown"] = .string(gap.rawValue)
        }
        return .object(object)
    }
}
