public import AccessRights
public import ConsultLog
public import Facts

/// What to look for in the log. An entry is found when it meets all that is said; a query that says
/// nothing finds every entry. Printing it shows nothing.
public struct SearchQuery: Hashable, Sendable, Redacted {
    public var subject: Subject?
    public var official: OfficialID?
    public var dossier: DossierReference?
    public var organisation: EnterpriseNumber?
    public var application: ApplicationID?
    public var purpose: PurposeID?
    public var authorisation: AuthorisationID?
    public var source: Source?
    public var outcome: OutcomeClass?
    public var kind: EntryKind?
    /// The first instant of the period.
    public var from: Timestamp?
    /// The instant behind the period.
    public var until: Timestamp?

    public init() {}

    /// The names of what it goes by.
    public var criteria: Set<AuditCriterion> {
        var criteria: Set<AuditCriterion> = []
        if subject != nil { criteria.insert(.subject) }
        if official != nil { criteria.insert(.official) }
        if dossier != nil { criteria.insert(.dossier) }
        if organisation != nil { criteria.insert(.organisation) }
        if application != nil { criteria.insert(.application) }
        if purpose != nil { criteria.insert(.purpose) }
        if authorisation != nil { criteria.insert(.authorisation) }
        if source != nil { criteria.insert(.source) }
        if outcome != nil { criteria.insert(.outcome) }
        if kind != nil { criteria.insert(.kind) }
        if from != nil || until != nil { criteria.insert(.period) }
        return criteria
    }

    /// The confidential values that an entry must have.
    var confidential: [ConfidentialValue] {
        [
            subject.map { .subject($0) }, official.map { .official($0) },
            dossier.map { .dossier($0) },
        ].compactMap(\.self)
    }

    /// The tokens of the clear values that an entry must have.
    var clear: [SearchToken] {
        let values: [(ClearField, String?)] = [
            (.organisation, organisation?.digits), (.application, application?.text),
            (.purpose, purpose?.text), (.authorisation, authorisation?.text),
            (.source, source?.rawValue), (.outcome, outcome?.rawValue),
        ]
        return values.compactMap { field, value in value.map { SearchToken(field, $0) } }
    }

    /// Whether it asks for what stands in the marks alone.
    var goesByMarks: Bool { kind != nil || from != nil || until != nil }

    func admits(_ mark: EntryMark) -> Bool {
        if mark.isNone { return false }
        if let kind, kind.code != mark.kindCode { return false }
        if let from, mark.time < from { return false }
        if let until, mark.time >= until { return false }
        return true
    }

    /// Whether anything made between these times can be meant.
    func admits(_ times: ClosedRange<Timestamp>) -> Bool {
        if let from, times.upperBound < from { return false }
        if let until, times.lowerBound >= until { return false }
        return true
    }
}
