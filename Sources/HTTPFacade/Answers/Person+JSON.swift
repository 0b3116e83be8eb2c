import CanonicalJSON
import Facts

extension Person {
    /// Absent is what was not asked, and what the register does not hold.
    var json: JSONValue {
        var object: JSONObject = ["ssin": .string(ssin.digits)]
        object["name"] = name?.json
        object["birthDate"] = birthDate?.json
        object["birthPlace"] = birthPlace?.json
        object["sex"] = sex.map { .string($0.rawValue) }
        object["mainResidence"] = mainResidence?.json
        object["managingMunicipality"] = managingMunicipality?.json
        object["register"] = register?.json
        object["civilState"] = civilState?.json
        object["vitalStatus"] = vitalStatus?.json
        object["addressChangePending"] = addressChangePending.map { .bool($0) }
        object["addressProtected"] = addressProtected.map { .bool($0) }
        object["sharedHosting"] = sharedHosting.map { .bool($0) }
        object["residenceUpdated"] = residenceUpdated?.json
        return .object(object)
    }
}

extension PersonName {
    var json: JSONValue {
        [
            "firstNames": .array(firstNames.map { .string($0) }),
            "lastName": .string(lastName),
        ]
    }
}

extension BirthPlace {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object["place"] = place?.json
        object["text"] = text.map { .string($0) }
        return .object(object)
    }
}

extension Residence {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["address": address.json]
        object["since"] = since?.json
        return .object(object)
    }
}

extension ManagingMunicipality {
    fileprivate var json: JSONValue {
        var object: JSONObject
        switch self {
        case .municipality(let code, let since):
            object = ["municipality": .string(code.digits)]
            object["since"] = since?.json
        case .removed(let code, let since):
            object = ["removed": code.json]
            object["since"] = since?.json
        }
        return .object(object)
    }
}

extension RegisterInscription {
    fileprivate var json: JSONValue {
        var object: JSONObject
        switch register {
        case .population: object = ["register": "population"]
        case .foreigners: object = ["register": "foreigners"]
        case .europeanOfficials: object = ["register": "europeanOfficials"]
        case .waiting: object = ["register": "waiting"]
        case .other(let code): object = ["register": "other", "code": .string(code)]
        }
        object["since"] = since?.json
        return .object(object)
    }
}

extension CivilState {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["state": state.json]
        object["since"] = since?.json
        return .object(object)
    }
}

extension VitalStatus {
    fileprivate var json: JSONValue {
        switch self {
        case .alive: return ["state": "alive"]
        case .deceased(let day):
            var object: JSONObject = ["state": "deceased"]
            object["on"] = day?.json
            return .object(object)
        }
    }
}
