/// A supporting document that takes the place of a source's answer.
public struct Alternative: Hashable, Sendable {
    /// From when the term of the card counts.
    public enum Start: String, Hashable, Sendable, CaseIterable {
        case decision
        /// From the application for registration in the population register.
        case registeredSince = "rn.registered_since"
    }

    public let document: SupportingDocument.Kind
    /// The variant of the card that it gives.
    public let variant: CardVariant
    public let validity: Term?
    public let start: Start
}
