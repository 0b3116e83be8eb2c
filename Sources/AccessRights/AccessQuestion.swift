import Facts

/// A request in the form that a decision reads.
struct AccessQuestion {
    let facts: FactMask
    /// Days since 1970.
    let day: Int
    let namesDossier: Bool
    let identifiesOfficial: Bool

    init(_ request: AccessRequest, on day: CalendarDate) {
        facts = FactMask(request.wish)
        self.day = day.daysSinceEpoch
        namesDossier = request.namesDossier
        identifiesOfficial = request.identifiesOfficial
    }
}
