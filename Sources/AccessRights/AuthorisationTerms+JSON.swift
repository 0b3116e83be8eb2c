import CanonicalJSON
import Facts

extension AuthorisationTerms {
    /// The terms as JSON: the keys of the YAML document, groups replaced by their attributes, lists
    /// sorted (`legalBasis` keeps its order), what is absent left out. The hash is made over it.
    var json: JSONValue {
        [
            "id": .string(id.text),
            "title": title.json,
            "grantedBy": [
                "body": grantedBy.body.json,
                "number": .string(grantedBy.number),
                "date": .string(grantedBy.date.text),
            ],
            "organisation": .string(organisation.digits),
            "applications": applications.json,
            "purpose": purpose.json,
            "grants": grants,
            "population": population.json,
            "validity": validity.json,
            "knownSince": .string(knownSince.text),
            "conditions": conditions.json,
            "retention": .string(retention.text),
            "disclosure": disclosure.json,
        ]
    }

    private var grants: JSONValue {
        var object: JSONObject = [
            "attributes": .sorted(attributes.map(\.rawValue)),
            "verifications": .sorted(verifications.map(\.rawValue)),
        ]
        if let references {
            object["references"] = [
                "kinds": .sorted(references.kinds.map(\.text)),
                "maximumDays": .integer(Int64(references.maximumDays)),
            ]
        }
        return .object(object)
    }
}

extension JSONValue {
    /// The texts, all of them ASCII, in the order of their bytes.
    fileprivate static func sorted(_ texts: [String]) -> JSONValue {
        .array(texts.sorted().map(JSONValue.string))
    }
}

extension LocalizedText {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["nl": .string(nl), "fr": .string(fr)]
        object["en"] = en.map(JSONValue.string)
        return .object(object)
    }
}

extension ApplicationScope {
    fileprivate var json: JSONValue {
        switch self {
        case .all: "all"
        case .named(let applications): .sorted(applications.map(\.text))
        }
    }
}

extension Purpose {
    fileprivate var json: JSONValue {
        [
            "id": .string(id.text),
            "label": label.json,
            "legalBasis": .array(legalBasis.map(\.json)),
            "legalContext": .string(legalContext),
        ]
    }
}

extension Population {
    fileprivate var json: JSONValue {
        switch self {
        case .everyone: "everyone"
        case .residents(let municipalities):
            ["residentsOf": .sorted(municipalities.map(\.digits))]
        case .ownCitizens(let municipality): ["ownCitizensOf": .string(municipality.digits)]
        case .householdOfApplicant: "householdOfApplicant"
        case .holders(let kinds): ["holdersOf": .sorted(kinds.map(\.text))]
        }
    }
}

extension AuthorisationConditions {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "dossierRequired": .bool(dossierRequired), "officialRequired": .bool(officialRequired),
        ]
        if let openDossier { object["openDossier"] = .sorted(openDossier.map(\.text)) }
        if let quota {
            var bounds: JSONObject = [:]
            bounds["perDay"] = quota.perDay.map { .integer(Int64($0)) }
            bounds["perOfficialPerDay"] = quota.perOfficialPerDay.map { .integer(Int64($0)) }
            object["quota"] = .object(bounds)
        }
        return .object(object)
    }
}

extension Validity {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["from": .string(from.text)]
        object["until"] = until.map { .string($0.text) }
        return .object(object)
    }
}

extension CitizenDisclosure {
    fileprivate var json: JSONValue {
        switch self {
        case .atOnce: "atOnce"
        case .after(let months, let legalBasis):
            ["months": .integer(Int64(months)), "legalBasis": legalBasis.json]
        }
    }
}
