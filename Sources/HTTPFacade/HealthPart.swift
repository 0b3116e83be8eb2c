/// What of the gateway can fail by itself.
public enum HealthPart: String, Hashable, Sendable, CaseIterable {
    /// The writing of the consult log: without it there are no answers.
    case log
    /// The tree over the log and its checkpoints.
    case tree
    /// The witnesses of the log.
    case witnesses
    /// The storage of the authorisations.
    case rights
    /// The repertory of references.
    case references
    /// The directory of officials.
    case officials
    /// The files that are followed while the gateway serves.
    case files
}
