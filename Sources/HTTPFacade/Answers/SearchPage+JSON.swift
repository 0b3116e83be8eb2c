import CanonicalJSON
import LogSearch

extension SearchPage {
    /// The page as auditors get it.
    var json: JSONValue {
        var object: JSONObject = [
            "complete": .integer(Int64(complete)),
            "hits": .array(hits.map { HitRecord($0).json }),
        ]
        object["cursor"] = cursor.map { .string($0.text) }
        return .object(object)
    }
}
