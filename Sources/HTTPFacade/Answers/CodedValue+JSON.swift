import CanonicalJSON
import Facts

extension CodedValue {
    /// The code, and the label that the source gave.
    var json: JSONValue {
        var object: JSONObject = ["code": .string(code)]
        object["label"] = label.map { .string($0) }
        return .object(object)
    }
}

extension IncompleteDate {
    var json: JSONValue { .string(text) }
}

extension CalendarDate {
    var json: JSONValue { .string(text) }
}
