import CanonicalJSON

/// A decision and what goes with it.
struct EvaluationAnswer: Hashable, Sendable {
    let isAllowed: Bool
    let context: JSONObject

    init(isAllowed: Bool, context: JSONObject) {
        self.isAllowed = isAllowed
        self.context = context
    }

    /// A denial for one reason.
    static func denied(_ code: String) -> EvaluationAnswer {
        EvaluationAnswer(
            isAllowed: false, context: ["reasons": [["code": .string(code)]]])
    }

    var json: JSONValue { ["decision": .bool(isAllowed), "context": .object(context)] }
}
