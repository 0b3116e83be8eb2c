import AccessRights
public import CanonicalJSON
import ConsultLog
public import Facts

extension SearchQuery {
    /// Reads the criteria among the members of an object; whoever uses the reader ends the reading.
    ///
    /// `subject` is an object with one of `ssin`, `plate` and `enterpriseNumber`; `from` and `until`
    /// are days in UTC, both included.
    public init(readingFrom reader: inout JSONReader) {
        self.init()
        subject = reader.optionalObject("subject") { $0.subject() }
        official = reader.optionalString("official", expected: "1 to 128 characters") {
            try OfficialID(parsing: $0)
        }
        dossier = reader.optionalString("dossier", expected: "1 to 128 characters") {
            try DossierReference(parsing: $0)
        }
        organisation = reader.optionalString("organisation", expected: "an enterprise number") {
            try EnterpriseNumber(parsing: $0)
        }
        application = reader.optionalString("application", expected: "a name") {
            try ApplicationID(parsing: $0)
        }
        purpose = reader.optionalString("purpose", expected: "a name") {
            try PurposeID(parsing: $0)
        }
        authorisation = reader.optionalString("authorisation", expected: "a name") {
            try AuthorisationID(parsing: $0)
        }
        source = reader.optionalString("source", expected: "a source") { Source(rawValue: $0) }
        outcome = reader.optionalString("outcome", expected: "an outcome") {
            OutcomeClass(rawValue: $0)
        }
        kind = reader.optionalString("kind", expected: "a kind of entry") {
            EntryKind(rawValue: $0)
        }
        let first = reader.optionalString("from", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        let last = reader.optionalString("until", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        setPeriod(from: first, until: last)
        if let first, let last, last.daysSinceEpoch < first.daysSinceEpoch {
            reader.report(.invalid(expected: "not before from"), at: "until")
        }
    }

    /// Sets the period to whole days in UTC, both ends included.
    public mutating func setPeriod(from first: CalendarDate?, until last: CalendarDate?) {
        from = first.map { Timestamp(milliseconds: Int64($0.daysSinceEpoch) * 86_400_000) }
        until = last.map { Timestamp(milliseconds: Int64($0.daysSinceEpoch + 1) * 86_400_000) }
    }
}

extension JSONReader {
    fileprivate mutating func subject() -> Subject? {
        let ssin = optionalString("ssin", expected: "a national register number") {
            Subject.person(try SSIN(parsing: $0))
        }
        let plate = optionalString("plate", expected: "a plate") {
            Subject.vehicle(try Plate(parsing: $0))
        }
        let enterprise = optionalString("enterpriseNumber", expected: "an enterprise number") {
            Subject.enterprise(try EnterpriseNumber(parsing: $0))
        }
        let given = ["ssin", "plate", "enterpriseNumber"].filter { has($0) }
        if given.count != 1 {
            report(.invalid(expected: "one of ssin, plate and enterpriseNumber"), at: "ssin")
        }
        return ssin ?? plate ?? enterprise
    }
}
