public import AccessRights

/// Who brought a step about.
public enum CardActor: Hashable, Sendable {
    /// An application, for the citizen or by itself.
    case application(ApplicationID)
    case official(OfficialCode)
    /// The gateway: time passed, or a renewal run came by.
    case gateway
}
