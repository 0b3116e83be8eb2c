import Facts
import Gateway
import XMLDocuments

/// The period in which an address may not be communicated (information type 252).
struct AddressProtection: Sendable {
    private let start: IncompleteDate?
    private let end: IncompleteDate?

    /// Reads the protection of a file, unless it was taken back.
    init?(_ file: RegisterFile) throws(SourceFailure) {
        let place = RegisterPart.notCommunicable.place
        guard let entry = file.open(.notCommunicable).first else { return nil }
        let start = try entry.required("StartDate", in: place)
        let end = try entry.required("EndDate", in: place)
        self.start = try IncompleteDate.registered(start, in: "\(place)/StartDate")
        self.end = try IncompleteDate.registered(end, in: "\(place)/EndDate")
    }

    /// Whether the protection can hold on `day`: it protects from the first day on which it can have
    /// begun until it has certainly ended, its last day included.
    func holds(on day: CalendarDate) -> Bool {
        if let earliest = start?.earliest, earliest > day { return false }
        if let latest = end?.latest, latest < day { return false }
        return true
    }
}
