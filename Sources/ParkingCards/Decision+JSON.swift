public import CanonicalJSON
public import Facts

extension Decision {
    /// The canonical bytes (RFC 8785) of the decision in its own language: equal decisions have equal bytes.
    ///
    /// - Throws: as ``canonicalBytes(in:)``.
    public func canonicalBytes() throws(JSONFailure) -> [UInt8] {
        try canonicalBytes(in: language)
    }

    /// The decision with all that explains it, in canonical JSON (RFC 8785).
    ///
    /// - Parameter texts: the language of the explanations, for the one who reads them; the decision
    ///   itself keeps its own.
    /// - Throws: ``CanonicalJSON/JSONFailure`` never, for a decision under a regulation that was
    ///   read from a file.
    public func canonicalBytes(in texts: Language) throws(JSONFailure) -> [UInt8] {
        var document = CanonicalDocument(capacity: 2048 + 768 * conditions.count)
        document.object { decision in
            decision.member("cardType", cardType.rawValue)
            decision.list("conditions") { list in
                for condition in conditions { condition.write(to: &list, in: texts) }
            }
            if let due { decision.member("due", plain: due.append) }
            if case .granted(let entitlement) = outcome {
                decision.member("entitlement") { entitlement.write(to: &$0) }
            }
            decision.member("language", language.rawValue)
            decision.member("municipality", municipality.digits)
            decision.member("nextStep", nextStep.rawValue)
            if !notices.isEmpty {
                decision.list("notices") { list in
                    for notice in notices { notice.write(to: &list, in: texts) }
                }
            }
            decision.member("outcome", outcome.word)
            decision.list("reasons") { list in
                for reason in reasons { reason.write(to: &list, in: texts) }
            }
            decision.member("regulation") { regulation.write(to: &$0, in: texts) }
        }
        return try document.finish()
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
