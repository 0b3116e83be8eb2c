import CanonicalJSON
import Facts

extension DrivingLicence {
    /// Without `categories` when the source publishes none; empty when it lists none.
    var json: JSONValue {
        var object: JSONObject = ["informationType": .string(informationType.code)]
        object["kind"] = kind?.json
        object["issued"] = issued?.json
        object["expires"] = expires?.json
        object["categories"] = categories.map { categories in
            .array(categories.sorted().map { .string($0.rawValue) })
        }
        if !unknownCategories.isEmpty {
            object["unknownCategories"] = .array(unknownCategories.map(\.json))
        }
        object["forfeited"] = isForfeited.map { .bool($0) }
        object["forfeitedSince"] = forfeitedSince?.json
        return .object(object)
    }
}
