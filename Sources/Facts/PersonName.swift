/// The names of a person as the National Register writes them (information type 010).
public struct PersonName: Hashable, Sendable, Redacted {
    public let lastName: String
    /// In the order of the register; empty for a person without first names.
    public let firstNames: [String]

    public init(lastName: String, firstNames: [String]) {
        self.lastName = lastName
        self.firstNames = firstNames
    }
}
