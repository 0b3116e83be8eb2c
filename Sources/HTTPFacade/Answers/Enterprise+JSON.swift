import CanonicalJSON
import Facts

extension Enterprise {
    var json: JSONValue {
        var object: JSONObject = ["enterpriseNumber": .string(number.digits)]
        object["status"] = status?.json
        object["situation"] = juridicalSituation?.json
        object["kind"] = kind.map { .string($0.word) }
        object["form"] = juridicalForm?.json
        object["started"] = started?.json
        object["names"] = names.map { .array($0.map(\.json)) }
        object["seat"] = seat?.json
        object["establishments"] = establishments.map { .array($0.map(\.json)) }
        object["activities"] = activities.map { .array($0.map(\.json)) }
        return .object(object)
    }
}

extension EnterpriseStatus {
    fileprivate var json: JSONValue {
        switch self {
        case .active: ["state": "active"]
        case .other(let code): ["state": "other", "code": .string(code)]
        }
    }
}

extension EnterpriseKind {
    fileprivate var word: String {
        switch self {
        case .unknown: "unknown"
        case .naturalPerson: "naturalPerson"
        case .legalPerson: "legalPerson"
        }
    }
}

extension EnterpriseName {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["text": .string(text), "kind": .string(kind.word)]
        switch language {
        case "1": object["language"] = "fr"
        case "2": object["language"] = "nl"
        case "3": object["language"] = "de"
        case "4": object["language"] = "en"
        default: break  // the register does not know it
        }
        return .object(object)
    }
}

extension EnterpriseName.Kind {
    fileprivate var word: String {
        switch self {
        case .name: "name"
        case .abbreviation: "abbreviation"
        case .commercial: "commercial"
        case .branch: "branch"
        }
    }
}

extension Establishment {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["establishmentUnitNumber": .string(number.digits)]
        object["started"] = started?.json
        object["address"] = address?.json
        return .object(object)
    }
}

extension EnterpriseActivity {
    fileprivate var json: JSONValue {
        [
            "classification": .string(classification), "naceCode": .string(naceCode),
            "naceVersion": .string(naceVersion),
        ]
    }
}
