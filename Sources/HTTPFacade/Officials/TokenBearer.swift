import ConsultLog
import Facts

/// Whom a token names: the official behind an application, or the citizen who applies.
enum TokenBearer: Hashable, Sendable, Redacted {
    case official(OfficialID)
    case citizen(SSIN)

    /// A citizen is never taken for an official.
    var official: OfficialID? {
        if case .official(let official) = self { official } else { nil }
    }

    var citizen: SSIN? {
        if case .citizen(let ssin) = self { ssin } else { nil }
    }
}
