/// The place of birth (information type 100).
public struct BirthPlace: Hashable, Sendable, Redacted {
    /// The municipality or country by its code and label; `nil` where the register only has text.
    public let place: CodedValue?
    /// The place in the register's own words, where it has no code.
    public let text: String?

    public init(place: CodedValue?, text: String?) {
        self.place = place
        self.text = text
    }
}
