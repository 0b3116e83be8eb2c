/// Why a step cannot be taken. It changes nothing.
public enum StepRefusal: Error, Hashable, Sendable {
    /// Nobody drafted an authorisation of this name.
    case unknown
    /// Whoever approves must say which terms they saw; those that the step would be about are these.
    case termsNotNamed(AuthorisationHash)
    /// The terms that the actor saw are not those that the step would be about.
    case otherVersion
    /// The terms say what the present ones say.
    case unchanged
    /// The step is not one of those that can follow now.
    case notFrom(RightsState)
    /// Whoever drafted, changed or submitted terms cannot approve them, nor can whoever may be the
    /// same person.
    case fourEyes
    /// It was revoked, and there is no way back.
    case revoked
    /// The last day of the terms is before the day on which the step would be valid.
    case expired
    /// An authorisation of this name has a history already; what changes it is a draft.
    case alreadyKnown
    /// Only the configuration adopts authorisations.
    case notByConfiguration
    /// A draft or an adoption brings its terms along, and no other step does.
    case termsMisplaced
    /// It would be known before what was known last.
    case outOfOrder

    /// A name for programs.
    public var code: String {
        switch self {
        case .unknown: "unknown"
        case .termsNotNamed: "termsNotNamed"
        case .otherVersion: "otherVersion"
        case .unchanged: "unchanged"
        case .notFrom: "wrongState"
        case .fourEyes: "fourEyes"
        case .revoked: "revoked"
        case .expired: "expired"
        case .alreadyKnown: "alreadyKnown"
        case .notByConfiguration: "notByConfiguration"
        case .termsMisplaced: "termsMisplaced"
        case .outOfOrder: "outOfOrder"
        }
    }
}

extension StepRefusal: CustomStringConvertible {
    /// A sentence for people, without a name.
    public var description: String {
        switch self {
        case .unknown: "there is no authorisation of this name"
        case .termsNotNamed(let hash):
            "the terms that are approved must be named by their hash; at present they are those of "
                + hash.hexadecimal
        case .otherVersion: "the terms are no longer, or not yet, those that were seen"
        case .unchanged: "the terms say nothing else than the present ones"
        case .notFrom(let state): "the step cannot be taken now: it is \(state.rawValue)"
        case .fourEyes:
            "whoever drafted, changed or submitted the terms cannot approve them, nor whoever may be "
                + "the same person"
        case .revoked: "the authorisation is revoked, and there is no way back"
        case .expired: "the last day of the terms is over by then"
        case .alreadyKnown: "the authorisation has a history already"
        case .notByConfiguration: "only the configuration of a first start adopts authorisations"
        case .termsMisplaced: "a draft brings its terms along, and no other step does"
        case .outOfOrder: "what was known last is later"
        }
    }
}
