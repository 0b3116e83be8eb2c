import ConsultLog

/// What remains of a source's answer when it has been cut down.
struct Kept<Value: Sendable>: Sendable {
    let value: Value
    /// The outcome, where it states a fact about the subject; the log keeps it boxed.
    let stated: StatedOutcome?
    /// Other people whom the answer names.
    let listed: [Subject]

    init(_ value: Value, stated: StatedOutcome? = nil, listed: [Subject] = []) {
        self.value = value
        self.stated = stated
        self.listed = listed
    }
}
