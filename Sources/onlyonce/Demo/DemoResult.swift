import CanonicalJSON

/// What came of a scene.
struct DemoResult {
    /// `granted`, `refusalProposed`, `undetermined`, `refused` for want of a right, or `answered`.
    let outcome: String
    let reasons: [Reason]
    let conditions: [Condition]
    /// What is to be paid and until when, of a card that is granted.
    let entitlement: JSONValue?
    let notice: String?
    /// The consult of a refusal for want of a right.
    let consult: String?

    struct Reason {
        let code: String
        let text: String
        /// The attribute that a refused right lacks.
        let attribute: String?
    }

    struct Condition {
        let label: String
        let outcome: String
        let reason: Reason?
        let reference: String
        let consults: [String]
    }

    /// Reads an assessment or a problem, as the API gives it.
    init(status: Int, _ body: JSONValue) {
        outcome =
            switch (body["outcome"]?.string, status) {
            case (let outcome?, _): outcome
            case (nil, 403): "refused"
            case (nil, 200) where body["person"] != nil: "answered"
            case (nil, _): "status \(status)"
            }
        reasons = (body["reasons"]?.array ?? []).map(Reason.init)
        conditions = (body["conditions"]?.array ?? []).map(Condition.init)
        entitlement = body["entitlement"]
        notice = body["regulation"]?["notice"]?.string
        consult = body["consultId"]?.string
    }

    /// Whether this is what the scene promised.
    func meets(_ scene: DemoScene) -> Bool {
        let expected = scene.expected
        guard outcome == expected.outcome else { return false }
        guard let code = expected.reason else { return true }
        return reasons.contains { $0.code == code }
    }
}

extension DemoResult.Reason {
    fileprivate init(_ value: JSONValue) {
        code = value["code"]?.string ?? ""
        text = value["text"]?.string ?? ""
        attribute = value["attribute"]?.string
    }
}

extension DemoResult.Condition {
    fileprivate init(_ value: JSONValue) {
        label = value["label"]?.string ?? ""
        outcome = value["outcome"]?.string ?? ""
        reason = value["reason"].map(DemoResult.Reason.init)
        reference = value["reference"]?["title"]?.string ?? ""
        consults = (value["evidence"]?.array ?? []).compactMap { $0["consultId"]?.string }
    }
}
