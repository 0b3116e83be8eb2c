import Facts

/// A request in the form that a decision reads.
struct AccessQuestion {
    let facts: FactMask
    /// The dossier that is to be opened, and for how many days.
    let opening: (kind: ReferenceKind, days: Int)?
    /// Days since 1970.
    let day: Int
    let namesDossier: Bool
    let identifiesOfficial: Bool

    init(_ request: AccessRequest, on day: CalendarDate) {
        facts = FactMask(request.wish)
        if case .reference(let kind, let days) = request.wish {
            opening = (kind, days)
        } else {
            opening = nil
        }
        self.day = day.daysSinceEpoch
        namesDossier = request.namesDossier
        identifiesOfficial = request.identifiesOfficial
    }

    /// Whether nothing is asked at all.
    var isEmpty: Bool { facts.isEmpty && opening == nil }
}
