/// The reason why a text is not the identifier it was offered as. It never holds the text.
public struct InvalidIdentifier: Error, Hashable, Sendable {
    /// The kind of identifier that was expected.
    public enum Kind: String, Hashable, Sendable {
        case ssin
        case enterpriseNumber
        case establishmentUnitNumber
        case plate
        case nisCode
        case date
    }

    /// What is wrong with the text.
    public enum Reason: String, Hashable, Sendable {
        /// Too short or too long.
        case length
        /// A character that the identifier cannot hold.
        case character
        /// The first digit is not one that is given out.
        case prefix
        /// The check digits do not agree with the others.
        case checkDigits
        /// The digits that stand for a date do not form one.
        case date
        /// A sequence number that is never given out.
        case sequence
    }

    public let kind: Kind
    public let reason: Reason

    public init(_ kind: Kind, _ reason: Reason) {
        self.kind = kind
        self.reason = reason
    }
}
