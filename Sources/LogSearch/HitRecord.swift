import AccessRights
public import CanonicalJSON
import ConsultLog
import Facts

/// What a file or an answer says of an entry that was found.
///
/// What an outcome does not say itself, who asked and why, is taken from its intent.
public struct HitRecord: Sendable {
    /// The names of the columns, in their order.
    public static let names = [
        "index", "time", "consultId", "entryId", "kind", "organisation", "application", "purpose",
        "authorisation", "source", "operation", "attributes", "verification", "outcome", "role",
        "reasons", "trace", "subjectType", "subject", "official", "dossier",
        "received", "stated", "reason",
    ]

    private let values: [String: JSONValue]

    public init(_ hit: SearchHit) {
        let entry = hit.entry
        var values: [String: JSONValue] = [
            "index": .integer(Int64(hit.index)), "time": .string(entry.time.text),
            "consultId": .string(entry.consult.description),
            "entryId": .string(entry.id.description), "kind": .string(entry.kind.rawValue),
        ]
        for (name, value) in Self.clear(of: hit.intent) { values[name] = value }
        for (name, value) in Self.clear(of: entry) { values[name] = value }
        for disclosure in hit.disclosures.values {
            for (name, value) in Self.disclosed(disclosure.value) { values[name] = value }
        }
        self.values = values
    }

    public subscript(name: String) -> JSONValue? { values[name] }

    /// One JSON object, members that have no value left out.
    public var json: JSONValue {
        var object = JSONObject()
        for name in Self.names { object[name] = values[name] }
        return .object(object)
    }

    private static func clear(of entry: Entry?) -> [String: JSONValue] {
        switch entry?.body {
        case .asked(let asked):
            var values = clear(of: asked.request)
            values["authorisation"] = .string(asked.authorisation.id.text)
            values.merge(clear(of: asked.operation)) { $1 }
            return values
        case .refused(let refused):
            var values = clear(of: refused.request)
            values["authorisation"] = refused.authorisation.map { .string($0.id.text) }
            if let operation = refused.operation {
                values.merge(clear(of: operation)) { $1 }
            }
            values["reasons"] = .array(refused.reasons.map { .string($0.code) })
            return values
        case .answered(let answered):
            return [
                "outcome": .string(answered.outcome.rawValue),
                "role": .string(answered.role.rawValue),
            ]
        case .audited(let audited):
            var values: [String: JSONValue] = ["operation": .string(audited.action.rawValue)]
            values["organisation"] = audited.organisation.map { .string($0.digits) }
            values["application"] = audited.application.map { .string($0.text) }
            values["attributes"] = .array(audited.fields.map { .string($0.rawValue) })
            values["trace"] = audited.trace.map { .string($0.text) }
            return values
        case .rightChanged(let changed):
            return [
                "authorisation": .string(changed.authorisation.id.text),
                "operation": .string(changed.step.rawValue),
            ]
        case .referenceChanged(let changed):
            var values: [String: JSONValue] = ["operation": .string(changed.change.rawValue)]
            values["organisation"] = .string(changed.organisation.digits)
            values["application"] = .string(changed.application.text)
            values["purpose"] = .string(changed.purpose.text)
            values["authorisation"] = .string(changed.authorisation.id.text)
            values["trace"] = changed.trace.map { .string($0.text) }
            return values
        case .officialChanged(let changed):
            var values: [String: JSONValue] = ["operation": .string(changed.change.rawValue)]
            values["organisation"] = changed.organisation.map { .string($0.digits) }
            values["application"] = changed.application.map { .string($0.text) }
            return values
        case .delegationChanged(let changed):
            var values: [String: JSONValue] = ["operation": .string(changed.change.rawValue)]
            values["organisation"] = changed.organisation.map { .string($0.digits) }
            values["application"] = changed.application.map { .string($0.text) }
            return values
        case .interrupted, .keyRetired, .keyRotated, .holdChanged, .continued, nil: return [:]
        }
    }

    private static func clear(of request: LoggedRequest) -> [String: JSONValue] {
        var values: [String: JSONValue] = [
            "organisation": .string(request.organisation.digits),
            "application": .string(request.application.text),
            "purpose": .string(request.purpose.text),
            "attributes": .array(request.attributes.map { .string($0.rawValue) }),
        ]
        values["verification"] = request.verification.map { .string($0.rawValue) }
        values["trace"] = request.trace.map { .string($0.text) }
        return values
    }

    private static func clear(of operation: SourceOperation) -> [String: JSONValue] {
        [
            "source": .string(operation.source.rawValue),
            "operation": .string(operation.rawValue),
        ]
    }

    private static func disclosed(_ value: ConfidentialValue) -> [String: JSONValue] {
        switch value {
        case .subject(.person(let ssin)):
            ["subjectType": "ssin", "subject": .string(ssin.digits)]
        case .subject(.vehicle(let plate)):
            ["subjectType": "plate", "subject": .string(plate.text)]
        case .subject(.enterprise(let number)):
            ["subjectType": "enterprise", "subject": .string(number.digits)]
        case .subject(.official(let official)):
            ["subjectType": "official", "subject": .string(official.text)]
        case .official(let official): ["official": .string(official.text)]
        case .dossier(let dossier): ["dossier": .string(dossier.text)]
        case .received(let types):
            ["received": .array(types.sorted().map { .string($0.code) })]
        case .stated(.nothing): [:]
        case .stated(.deceased): ["stated": "deceased"]
        case .stated(.answer(let answer)):
            ["stated": .string(answer.map { $0 ? "true" : "false" } ?? "unknown")]
        case .stated(.number(let number)): ["stated": .string(String(number))]
        case .reason(let reason): ["reason": .string(reason.text)]
        }
    }
}
