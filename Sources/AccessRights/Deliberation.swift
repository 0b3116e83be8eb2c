public import Facts

/// The decision (beraadslaging, délibération) by which a body granted an authorisation, or the
/// protocol between two authorities.
public struct Deliberation: Hashable, Sendable {
    /// Who decided: the Control Commission, the Information Security Committee, …
    public let body: LocalizedText
    /// The number under which the body published it.
    public let number: String
    public let date: CalendarDate

    public init(body: LocalizedText, number: String, date: CalendarDate) {
        self.body = body
        self.number = number
        self.date = date
    }
}
