import CanonicalJSON

/// Several evaluations in one request (AuthZEN 1.0 §7).
struct EvaluationBatch: Sendable {
    private enum Semantic: String {
        case executeAll = "execute_all"
        case denyOnFirstDeny = "deny_on_first_deny"
        case permitOnFirstPermit = "permit_on_first_permit"
    }

    private let items: [JSONValue]
    private let semantic: Semantic

    /// - Parameter most: how many evaluations there may be.
    /// - Returns: `nil` when there is no list, or an empty one.
    init?(_ body: JSONValue, most: Int) throws(EvaluationFault) {
        guard let object = body.object else { throw .malformed("the body must be an object") }
        var semantic = Semantic.executeAll
        if let options = object["options"] {
            guard options.object != nil else { throw .malformed("options must be an object") }
            if let named = options["evaluations_semantic"] {
                guard let known = named.string.flatMap(Semantic.init) else {
                    throw .malformed(
                        "options.evaluations_semantic must be execute_all, deny_on_first_deny or "
                            + "permit_on_first_permit")
                }
                semantic = known
            }
        }
        guard let list = object["evaluations"] else { return nil }
        guard let evaluations = list.array else {
            throw .malformed("evaluations must be an array")
        }
        guard !evaluations.isEmpty else { return nil }
        guard evaluations.count <= most else {
            throw .tooMany(most: most)
        }
        self.semantic = semantic
        // What an item says takes the place of the default whole; nothing is merged.
        items = evaluations.map { item in
            guard let own = item.object else { return item }
            var whole = JSONObject()
            for name in ["subject", "action", "resource", "context"] {
                whole[name] = own[name] ?? object[name]
            }
            return .object(whole)
        }
    }

    /// The answers in order, as many as the semantic asks for.
    func answers(_ evaluate: (JSONValue) -> EvaluationAnswer) -> [EvaluationAnswer] {
        var answers: [EvaluationAnswer] = []
        for item in items {
            let answer = evaluate(item)
            answers.append(answer)
            switch semantic {
            case .executeAll: continue
            case .denyOnFirstDeny: if !answer.isAllowed { return answers }
            case .permitOnFirstPermit: if answer.isAllowed { return answers }
            }
        }
        return answers
    }
}
