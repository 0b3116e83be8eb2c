/// A step in the life of an authorisation.
public enum RightsStep: String, Hashable, Sendable, CaseIterable {
    /// Terms are written down, for the first time or anew; they hold for nobody yet.
    case draft
    /// The draft is handed to those who approve.
    case submit
    /// What was submitted holds from now on, or from a later day.
    case approve
    /// Nothing is given under the authorisation until it is resumed.
    case suspend
    /// What was suspended holds again.
    case resume
    /// Nothing is given under the authorisation any more; there is no way back.
    case revoke
    /// An authorisation that a body granted before the gateway kept its own history is taken over
    /// with the deliberation that it names; the configuration alone does so, once.
    case adopt

    /// Whether more can be given after the step than before. Such a step is in the log before it
    /// takes effect; the others take effect first.
    public var givesMore: Bool {
        switch self {
        case .approve, .resume, .adopt: true
        case .draft, .submit, .suspend, .revoke: false
        }
    }

    /// Whether the step brings terms along.
    public var bringsTerms: Bool {
        switch self {
        case .draft, .adopt: true
        case .submit, .approve, .suspend, .resume, .revoke: false
        }
    }

    /// The roles of which an application needs one to take the step. Nobody adopts but the
    /// configuration.
    public var roles: Set<ApplicationRole> {
        switch self {
        case .draft, .submit, .suspend: [.dpo]
        case .approve, .resume: [.controlCommission]
        case .revoke: [.dpo, .controlCommission]
        case .adopt: []
        }
    }

    /// Whether it counts for four eyes, or gives more: then it is to be known which person takes it.
    /// What gives less can be done in haste.
    public var needsPerson: Bool {
        switch self {
        case .draft, .submit, .approve, .resume, .adopt: true
        case .suspend, .revoke: false
        }
    }

    /// The roles of which an official needs one to take the step, where officials have roles.
    public var officialRoles: Set<OfficialRole> {
        var officials: Set<OfficialRole> = []
        if roles.contains(.dpo) { officials.insert(.dpo) }
        if roles.contains(.controlCommission) { officials.insert(.controlCommission) }
        return officials
    }
}
