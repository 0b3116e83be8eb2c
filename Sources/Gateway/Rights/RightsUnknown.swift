/// The rights cannot be known now, so nothing is decided: that is nobody's refusal.
public struct RightsUnknown: Error, Hashable, Sendable {
    public init() {}
}
