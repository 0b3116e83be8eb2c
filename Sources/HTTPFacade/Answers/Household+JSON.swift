import CanonicalJSON
import Facts

extension Household {
    var json: JSONValue {
        var object: JSONObject = ["members": .array(members.map(\.json))]
        object["collective"] = isCollective.map { .bool($0) }
        return .object(object)
    }
}

extension HouseholdMember {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object["ssin"] = ssin.map { .string($0.digits) }
        object["name"] = name?.json
        object["relation"] = relation?.json
        object["since"] = since?.json
        return .object(object)
    }
}
