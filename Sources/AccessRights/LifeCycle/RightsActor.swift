public import Facts

/// Who took a step, as far as the rights must know it: whether two steps can be one person's. Who
/// it was, and why, stands boxed in the consult log.
public enum RightsActor: Hashable, Sendable {
    /// The folder of authorisations that the gateway was first started with.
    case configuration
    /// An official whom a token named.
    case official(ActorMark)
    /// An application of an organisation that named no official.
    case application(EnterpriseNumber, ApplicationID)
    /// Somebody who logged in on the machine itself and has a role there.
    case user(ActorMark)
    /// Somebody at the machine itself, whoever it was.
    case machine

    /// Whether two steps cannot be one person's.
    ///
    /// Somebody can be an official, stand behind an application and log in on the machine, so what
    /// is of two kinds may be one person's. So may two applications of one organisation.
    func isSurelyAnother(than hand: RightsActor) -> Bool {
        switch (self, hand) {
        case (.official(let one), .official(let other)), (.user(let one), .user(let other)):
            one != other
        case (.application(let one, _), .application(let other, _)): one != other
        case (.configuration, _), (.official, _), (.application, _), (.user, _), (.machine, _):
            false
        }
    }
}
