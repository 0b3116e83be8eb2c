public import AccessRights
public import ConsultLog
public import Facts

/// Who gives an order about rights. Printing it hides it.
public enum RightsOrderer: Hashable, Sendable, Redacted {
    /// An official whom a token named.
    case official(OfficialID)
    /// An application that named no official.
    case application(ApplicationID, of: EnterpriseNumber)
    /// Somebody who logged in on the machine itself and has a role there, as the log names them.
    case user(OfficialID)
    /// Somebody at the machine itself, of whom no more is sure than as whom a program ran.
    case machine(OfficialID)

    /// As the log names them; `nil` when the name is too long for it.
    var official: OfficialID? {
        switch self {
        case .official(let id), .user(let id), .machine(let id): id
        case .application(let application, of: _):
            try? OfficialID(parsing: "application:\(application.text)")
        }
    }
}
