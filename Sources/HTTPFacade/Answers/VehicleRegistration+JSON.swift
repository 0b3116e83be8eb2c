import CanonicalJSON
import Facts

extension VehicleRegistration {
    var json: JSONValue {
        var object: JSONObject = ["plate": .string(plate.text)]
        switch status {
        case .registered: object["status"] = "registered"
        case .unpublished(let code, let legalCode):
            object["status"] = "unpublished"
            object["sourceStatus"] = .string(code)
            object["sourceLegalStatus"] = legalCode.map { .string($0) }
        case nil: break
        }
        object["since"] = since?.json
        object["plateType"] = plateType?.json
        object["category"] = category?.json
        object["make"] = make.map { .string($0) }
        object["model"] = model.map { .string($0) }
        object["colours"] = colours.map { .array($0.map(\.json)) }
        object["maximumMass"] = maximumMass.map { .integer(Int64($0)) }
        object["dimensions"] = dimensions
        object["firstRegistered"] = firstRegistered?.json
        object["fuels"] = fuels.map { .array($0.map(\.json)) }
        object["identificationNumber"] = identificationNumber.map { .string($0.text) }
        object["holder"] = holder?.json
        return .object(object)
    }

    private var dimensions: JSONValue? {
        guard length != nil || height != nil else { return nil }
        var object = JSONObject()
        object["length"] = length.map { .integer(Int64($0)) }
        object["height"] = height.map { .integer(Int64($0)) }
        return .object(object)
    }
}

extension Fuel {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["fuel": fuel.json]
        object["euroNorm"] = euroNorm.map { .string($0) }
        return .object(object)
    }
}

extension VehicleHolder {
    fileprivate var json: JSONValue {
        switch self {
        case .person(let ssin): ["kind": "person", "ssin": .string(ssin.digits)]
        case .enterprise(let number):
            ["kind": "enterprise", "enterpriseNumber": .string(number.digits)]
        case .other(let key): ["kind": "other", "key": .string(key)]
        case .unnamed: ["kind": "unnamed"]
        }
    }
}
