public import CanonicalJSON
public import Facts

extension Decision {
    /// The canonical bytes (RFC 8785) of the decision in its own language: equal decisions have equal bytes.
    ///
    /// - Throws: ``CanonicalJSON/JSONFailure`` never, for a decision under a regulation that was
    ///   read from a file.
    public func canonicalBytes() throws(JSONFailure) -> [UInt8] {
        try json(in: language).canonicalBytes()
    }

    /// The decision with all that explains it.
    ///
    /// - Parameter texts: the language of the explanations, for the one who reads them; the decision
    ///   itself keeps its own.
    public func json(in texts: Language) -> JSONValue {
        var object: JSONObject = [
            "cardType": .string(cardType.rawValue),
            "conditions": .array(conditions.map { $0.json(in: texts) }),
            "language": .string(language.rawValue),
            "municipality": .string(municipality.digits),
            "nextStep": .string(nextStep.rawValue),
            "outcome": .string(outcome.word),
            "reasons": .array(reasons.map { $0.json(in: texts) }),
            "regulation": regulation.json(in: texts),
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
