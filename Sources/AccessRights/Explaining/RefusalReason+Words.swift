import CanonicalJSON

extension RefusalReason {
    /// The code in words, and what it concerns: `attribute not granted: person.name`.
    public var words: String {
        var words = ""
        for character in code {
            if character.isUppercase { words += " " }
            words += character.lowercased()
        }
        return name.map { "\(words): \($0)" } ?? words
    }

    var codeAndName: JSONValue {
        var object: JSONObject = ["code": .string(code)]
        object["name"] = name.map { .string($0) }
        return .object(object)
    }
}
