public import Facts

/// What an entry holds boxed, before it is boxed. Printing it shows nothing.
public struct Confidences: Hashable, Sendable {
    public var subject: Subject?
    public var official: OfficialID?
    public var dossier: DossierReference?
    /// The types of information that came over the wire, kept or dropped. They state facts: 150 is
    /// about the dead alone, 252 about a protected address.
    public var received: Set<InformationType>?
    public var stated: StatedOutcome?
    /// Why somebody looked into the log or ordered something of it.
    public var reason: StatedReason?

    public init(
        subject: Subject? = nil, official: OfficialID? = nil, dossier: DossierReference? = nil,
        received: Set<InformationType>? = nil, stated: StatedOutcome? = nil,
        reason: StatedReason? = nil
    ) {
        self.subject = subject
        self.official = official
        self.dossier = dossier
        self.received = received
        self.stated = stated
        self.reason = reason
    }

    /// How many there are.
    var count: Int {
        (subject == nil ? 0 : 1) + (official == nil ? 0 : 1) + (dossier == nil ? 0 : 1)
            + (received == nil ? 0 : 1) + (stated == nil ? 0 : 1) + (reason == nil ? 0 : 1)
    }

    /// The same with whatever an entry of the kind holds in any case, so that no box is absent
    /// because of a fact.
    func completed(for kind: EntryKind) -> Confidences {
        var complete = self
        switch kind {
        case .answered:
            complete.received = received ?? []
            complete.stated = stated ?? .nothing
        case .asked, .refused, .interrupted, .audited, .keyRetired, .keyRotated, .holdChanged,
            .continued, .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
            break
        }
        return complete
    }

    /// Whether an entry of the kind can hold all of it.
    func suits(_ kind: EntryKind) -> Bool {
        switch kind {
        case .asked, .answered, .refused: reason == nil
        case .interrupted: count == 0
        case .audited: received == nil && stated == nil
        case .referenceChanged: received == nil && stated == nil && reason == nil
        case .officialChanged, .delegationChanged:
            dossier == nil && received == nil && stated == nil
        case .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged:
            count == (official == nil ? 0 : 1) + (reason == nil ? 0 : 1)
        }
    }
}
