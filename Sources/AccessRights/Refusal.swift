/// Why something is not allowed: every reason, in a fixed order. Never empty.
public struct Refusal: Hashable, Sendable {
    public let reasons: [RefusalReason]

    public init(reasons: [RefusalReason]) {
        precondition(!reasons.isEmpty, "a refusal has a reason")
        self.reasons = reasons
    }
}
