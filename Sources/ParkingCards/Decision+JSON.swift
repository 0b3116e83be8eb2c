public import CanonicalJSON
import Facts

extension Decision {
    /// The canonical bytes (RFC 8785) of ``json``: equal decisions have equal bytes.
    ///
    /// - Throws: ``CanonicalJSON/JSONFailure`` never, for a decision under a regulation that was
    ///   read from a file.
    public func canonicalBytes() throws(JSONFailure) -> [UInt8] { try json.canonicalBytes() }

    /// The decision with all that explains it, texts in the language of the decision.
    public var json: JSONValue {
        var object: JSONObject = [
            "cardType": .string(cardType.rawValue),
            "conditions": .array(conditions.map { $0.json(in: language) }),
            "language": .string(language.rawValue),
            "municipality": .string(municipality.digits),
            "nextStep": .string(nextStep.rawValue),
            "outcome": .string(outcome.word),
            "reasons": .array(reasons.map { $0.json(in: language) }),
            "regulation": regulation.json(in: language),
        ]
        if case .granted(let entitlement) = outcome { object["entitlement"] = entitlement.json }
        return .object(object)
    }
}

extension Decision.Outcome {
    /// `granted`, `refusalProposed` or `undetermined`.
    public var word: String {
        switch self {
        case .granted: "granted"
        case .refusalProposed: "refusalProposed"
        case .undetermined: "undetermined"
        }
    }
}
