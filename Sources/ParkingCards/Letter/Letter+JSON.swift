public import CanonicalJSON
import ConsultLog
import Facts

extension Letter {
    /// The form of the JSON.
    public static let schema = "decision-letter/0.1"

    /// The letter in canonical JSON (RFC 8785).
    ///
    /// - Throws: ``CanonicalJSON/JSONFailure`` for a text of the caller or the regulation that no
    ///   JSON may hold.
    public func canonicalBytes() throws(JSONFailure) -> [UInt8] { try json.canonicalBytes() }

    /// The same letter as the page tells, in parts.
    public var json: JSONValue {
        var object: JSONObject = [
            "schema": .string(Self.schema), "status": .string(status.rawValue),
            "maySend": .bool(status.maySend), "language": .string(language.rawValue),
            "title": .string(title), "sender": .string(sender),
            "warnings": .texts(warnings), "opening": .texts(opening),
            "outcome": .string(decision.outcome.word),
            "municipality": .string(decision.municipality.digits),
            "cardType": .string(decision.cardType.rawValue),
            "decidedOn": .string(particulars.decidedOn.text),
            "reasons": .array(reasons.map(\.json)), "notices": .array(notices.map(\.json)),
            "facts": .array(facts.map(\.json)), "amount": .array(amount.map(\.json)),
            "conditions": .array(conditions.map(\.json)), "law": .array(law.map(\.json)),
            "steps": .array(steps.map(\.json)),
            "remedies": .array(remedies.map { $0.json(in: language) }),
            "ombudsman": ombudsman.json, "contact": contact.json(in: language),
            "regulation": [
                "id": .string(decision.regulation.id.text),
                "hash": .string(decision.regulation.hash.hexadecimal),
                "status": .string(decision.regulation.status.rawValue),
                "validOn": .string(decision.regulation.validOn.text),
                "knownOn": .string(decision.regulation.knownOn.text),
            ],
        ]
        object["addressee"] =
            particulars.addressee.isEmpty ? nil : .texts(particulars.addressee)
        object["reference"] = particulars.reference.map { .string($0) }
        object["confirmedOn"] = particulars.confirmedOn.map { .string($0.text) }
        return .object(object)
    }
}

extension JSONValue {
    fileprivate static func texts(_ texts: [String]) -> JSONValue {
        .array(texts.map { .string($0) })
    }
}

extension LetterLine {
    fileprivate var json: JSONValue { ["label": .string(label), "text": .string(text)] }
}

extension LetterText {
    fileprivate var json: JSONValue { ["isDraft": .bool(isDraft), "text": .string(text)] }
}

extension LetterReason {
    fileprivate var json: JSONValue {
        [
            "code": .string(code), "isDraft": .bool(text.isDraft), "text": .string(text.text),
        ]
    }
}

extension LetterLaw {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "id": .string(id.text), "isConfirmed": .bool(isConfirmed), "title": .string(title),
        ]
        object["article"] = article.map { .string($0) }
        object["numac"] = numac.map { .string($0) }
        return .object(object)
    }
}

extension LetterEvidence {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "asOf": .string(asOf.text), "name": .string(name), "source": .string(source.rawValue),
        ]
        object["consultId"] = consult.map { .string($0.uuid.text) }
        return .object(object)
    }
}

extension LetterCondition {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "evidence": .array(evidence.map(\.json)), "id": .string(id.rawValue),
            "label": .string(label), "law": law.json, "outcome": .string(outcome.rawValue),
            "outcomeText": .string(outcomeText),
        ]
        object["detail"] = detail.map { .string($0) }
        object["document"] = document.map { .string($0) }
        object["reason"] = reason?.json
        object["members"] = members.isEmpty ? nil : .array(members.map(\.json))
        return .object(object)
    }
}

extension LetterStep {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["text": .string(text)]
        object["due"] = due.map { .string($0.text) }
        return .object(object)
    }
}

extension LetterRemedy {
    fileprivate func json(in language: Language) -> JSONValue {
        [
            "body": .string(body[language]), "form": .string(form[language]),
            "isDraft": .bool(!isConfirmed), "within": .string(term[language]),
        ]
    }
}

extension LetterContact {
    fileprivate func json(in language: Language) -> JSONValue {
        var object: JSONObject = [
            "isDraft": .bool(!isConfirmed), "name": .string(name[language]),
        ]
        object["address"] = address.map { .string($0[language]) }
        object["telephone"] = telephone.map { .string($0) }
        object["email"] = email.map { .string($0) }
        return .object(object)
    }
}
