public import ConsultLog

/// Why an order about the directory was not carried out.
public enum DirectoryRefusal: Error, Hashable, Sendable {
    /// The directory has no such official or delegation.
    case unknown
    /// Somebody active or inactive has this name already.
    case nameTaken
    /// Somebody else changed it meanwhile.
    case changedMeanwhile
    /// The official who lends a role does not have it, or one of the two is not active.
    case mayNotDelegate
    /// A delegation ends in the future and within ``Delegation/longest``.
    case wrongEnd
    /// The consult log could not record it, so it was not done.
    case notLogged(LogFailure)
    /// The directory gives no answer.
    case failed(OfficialsFailure)
}
