/// What may be done with a letter; the raw value is the word in JSON.
public enum LetterStatus: String, Hashable, Sendable, CaseIterable {
    /// Nobody has confirmed what is proposed: it is for the official, and never to be sent.
    case draftForOfficial
    /// Nothing is decided yet: it tells what is still to be done.
    case interim
    /// It tells a decision.
    case decision

    /// Whether it may go to the applicant.
    public var maySend: Bool {
        switch self {
        case .draftForOfficial: false
        case .interim, .decision: true
        }
    }

    /// - Parameter isConfirmed: whether an official has confirmed what was proposed.
    init(_ decision: Decision, isConfirmed: Bool) {
        switch decision.outcome {
        case .granted:
            self = decision.isGrantProposed && !isConfirmed ? .draftForOfficial : .decision
        case .refusalProposed: self = isConfirmed ? .decision : .draftForOfficial
        case .undetermined: self = .interim
        }
    }
}
