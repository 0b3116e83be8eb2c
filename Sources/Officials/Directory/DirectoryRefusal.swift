public import ConsultLog

/// Why an order about the directory was not carried out.
public enum DirectoryRefusal: Error, Hashable, Sendable {
    /// The directory has no such official or delegation.
    case unknown
    /// Somebody active or inactive has this name already.
    case nameTaken
    /// Somebody else changed it meanwhile.
    case changedMeanwhile
    /// The official who lends a role does not have it, or the other one is nobody who can be lent
    /// it: unknown, inactive, or the same.
    case mayNotDelegate
    /// A delegation ends in the future and within ``Delegation/longest``.
    case wrongEnd
    /// One of the two has as many delegations as one may have, or whoever lends named too many who
    /// cannot be lent anything.
    case tooMany
    /// The consult log could not record it, so it was not done.
    case notLogged(LogFailure)
    /// It took effect, and the consult log could not record it yet: that is made good as soon as
    /// the log takes it.
    case takenUnlogged(LogFailure)
    /// The directory gives no answer.
    case failed(OfficialsFailure)
}

extension DirectoryRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknown: "the directory has no such official or delegation"
        case .nameTaken: "somebody in the directory has this name"
        case .changedMeanwhile: "somebody else changed it meanwhile: try again"
        case .mayNotDelegate: "whoever lends a role has it, and both officials are active"
        case .wrongEnd: "a delegation ends in the future, at most a year ahead"
        case .tooMany:
            "one official gives at most \(Delegation.mostGiven) delegations and has at most "
                + "\(Delegation.mostHeld)"
        case .notLogged: "the consult log takes nothing now, so it was not done"
        case .takenUnlogged:
            "it took effect, and stands in the consult log as soon as the log takes it"
        case .failed(let failure): "\(failure)"
        }
    }
}
