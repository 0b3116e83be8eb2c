public import Facts

/// Two authorisations under which one request could be allowed: which of them the log names is then
/// decided by their ids, and ending one ends nothing.
public struct RightsOverlap: Hashable, Sendable, CustomStringConvertible {
    public let other: AuthorisationID
    /// What both give, in the order of the catalogue.
    public let attributes: [AttributeID]
    public let verifications: [VerificationID]

    /// One line for a person.
    public var description: String {
        let facts = (attributes.map(\.rawValue) + verifications.map(\.rawValue))
            .joined(separator: ", ")
        return "gives the same applications for the same purpose on the same days what "
            + "\(other) gives: \(facts)"
    }
}

extension Authorisation {
    /// What another authorisation gives too, to the same applications, for the same purpose and on
    /// some of the same days; `nil` when that is nothing. Versions of one authorisation follow each
    /// other and do not overlap. Populations are not compared.
    public func overlap(with other: Authorisation) -> RightsOverlap? {
        let (mine, theirs) = (terms, other.terms)
        guard id != other.id, mine.organisation == theirs.organisation,
            mine.purpose.id == theirs.purpose.id,
            mine.applications.meets(theirs.applications)
        else { return nil }
        let firstDay = max(holdsFrom, other.holdsFrom)
        if let until = mine.validity.until, until < firstDay { return nil }
        if let until = theirs.validity.until, until < firstDay { return nil }
        let attributes = mine.attributes.intersection(theirs.attributes)
        let verifications = VerificationID.allCases.filter { allows($0) && other.allows($0) }
        guard !attributes.isEmpty || !verifications.isEmpty else { return nil }
        return RightsOverlap(
            other: other.id, attributes: AttributeID.allCases.filter(attributes.contains),
            verifications: verifications)
    }
}

extension ApplicationScope {
    /// Whether an application belongs to it.
    func covers(_ application: ApplicationID) -> Bool {
        switch self {
        case .all: true
        case .named(let named): named.contains(application)
        }
    }

    fileprivate func meets(_ other: ApplicationScope) -> Bool {
        switch (self, other) {
        case (.all, _), (_, .all): true
        case (.named(let mine), .named(let theirs)): !mine.isDisjoint(with: theirs)
        }
    }
}
