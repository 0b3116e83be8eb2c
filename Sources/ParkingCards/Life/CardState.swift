public import Facts

/// How far a card has come in its life.
public enum CardState: Hashable, Sendable {
    /// Received, and not assessed yet. It holds a place until that day.
    case received(until: CalendarDate)
    /// Not everything is known. It keeps its place: until the day when it must wait for the
    /// applicant, otherwise until it is decided.
    case undetermined(until: CalendarDate?)
    /// Nothing is against it but an earlier application that is not decided: it is assessed again
    /// once that one is.
    case waiting
    /// A refusal was proposed. It keeps its place until an official confirms it, or two officials
    /// override it; `first` is the one who has.
    case refusalProposed(first: OfficialCode?)
    /// A grant that an official must confirm, where the regulation says so.
    case grantProposed
    /// Granted and not paid: the place lapses after that day.
    case reserved(until: CalendarDate)
    case paid
    case active
    /// A register event ends the card from that day on, unless it is taken back.
    case revocationAnnounced(RegisterEvent, from: CalendarDate)
    case refused
    /// Nobody paid, or completed the application, in time.
    case lapsed
    case withdrawn
    case revoked(RegisterEvent)
    case expired

    /// The word for it, in the API and in storage.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        case received, undetermined, waiting, refusalProposed, grantProposed, reserved, paid
        case active, revocationAnnounced, refused, lapsed, withdrawn, revoked, expired
    }

    public var name: Name {
        switch self {
        case .received: .received
        case .undetermined: .undetermined
        case .waiting: .waiting
        case .refusalProposed: .refusalProposed
        case .grantProposed: .grantProposed
        case .reserved: .reserved
        case .paid: .paid
        case .active: .active
        case .revocationAnnounced: .revocationAnnounced
        case .refused: .refused
        case .lapsed: .lapsed
        case .withdrawn: .withdrawn
        case .revoked: .revoked
        case .expired: .expired
        }
    }

    /// Whether nothing can follow any more.
    public var isClosed: Bool {
        switch self {
        case .refused, .lapsed, .withdrawn, .revoked, .expired: true
        case .received, .undetermined, .waiting, .refusalProposed, .grantProposed, .reserved,
            .paid, .active, .revocationAnnounced:
            false
        }
    }

    /// Whether an application still has to be assessed, for the first time or again.
    public var isOpenToAssessment: Bool {
        switch self {
        case .received, .undetermined, .waiting: true
        case .refusalProposed, .grantProposed, .reserved, .paid, .active, .revocationAnnounced,
            .refused, .lapsed, .withdrawn, .revoked, .expired:
            false
        }
    }
}
