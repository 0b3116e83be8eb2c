import CanonicalJSON
import ConsultLog
import Facts
import Gateway

extension Answer {
    /// The answer under the name of its subject, with its consult and its time.
    func json(_ name: String, _ fact: (Fact) -> JSONValue) -> JSONValue {
        [
            "asOf": .string(asOf.text), "consultId": .string(consult.uuid.text),
            name: fact(self.fact),
        ]
    }
}

extension Answer<Verdict> {
    /// The verdict: `null` with its reason when it is not known.
    var json: JSONValue {
        var object: JSONObject = [
            "answer": fact.answer.map { .bool($0) } ?? .null, "asOf": .string(asOf.text),
            "consultId": .string(consult.uuid.text),
        ]
        if case .unknown(let reason) = fact { object["reason"] = .string(reason.rawValue) }
        return .object(object)
    }
}

extension Answer<HouseholdSize> {
    /// The number: `null` with its reason when it is not known.
    var json: JSONValue {
        var object: JSONObject = [
            "answer": fact.answer.map { .integer(Int64($0)) } ?? .null, "asOf": .string(asOf.text),
            "consultId": .string(consult.uuid.text),
        ]
        if case .unknown(let reason) = fact { object["reason"] = .string(reason.rawValue) }
        return .object(object)
    }
}
