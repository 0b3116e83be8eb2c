import CanonicalJSON
import Facts

extension Address {
    var json: JSONValue {
        var object: JSONObject = [
            "houseNumber": .string(houseNumber), "postCode": .string(postCode),
            "street": .string(street),
        ]
        object["streetCode"] = streetCode.map { .string($0) }
        object["box"] = box.map { .string($0) }
        object["municipality"] = municipality.map { .string($0.digits) }
        object["locality"] = locality.map { .string($0) }
        return .object(object)
    }
}
