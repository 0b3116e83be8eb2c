import CanonicalJSON
import ConsultLog
import Facts

extension Entitlement {
    var json: JSONValue {
        [
            "amount": .string(amount.text),
            "currency": "EUR",
            "rank": .integer(Int64(rank)),
            "validFrom": .string(validity.from.text),
            "validUntil": .string(validity.until.text),
        ]
    }
}

extension RegulationCitation {
    func json(in language: Language) -> JSONValue {
        var object: JSONObject = [
            "hash": .string(hash.hexadecimal),
            "id": .string(id.text),
            "knownOn": .string(knownOn.text),
            "status": .string(status.rawValue),
            "validOn": .string(validOn.text),
        ]
        if let notice = status.notice { object["notice"] = .string(notice[language]) }
        return .object(object)
    }
}

extension ConditionResult {
    func json(in language: Language) -> JSONValue {
        var object: JSONObject = [
            "evidence": .array(evidence.map(\.json)),
            "id": .string(id.rawValue),
            "label": .string(id.label[language]),
            "outcome": .string(outcome.rawValue),
        ]
        if let reason { object["reason"] = reason.json(in: language) }
        object["reference"] = [
            "id": .string(reference.id.text),
            "isConfirmed": .bool(reference.isConfirmed),
            "title": .string(reference.title[language]),
        ]
        return .object(object)
    }
}

extension Reason {
    func json(in language: Language) -> JSONValue {
        ["code": .string(code), "text": .string(text(in: language))]
    }
}

extension EvidenceRecord {
    var json: JSONValue {
        var object: JSONObject = ["asOf": .string(asOf.text)]
        if let consult { object["consultId"] = .string(consult.uuid.text) }
        object["source"] = .string(source.rawValue)
        return .object(object)
    }
}
