/// What has to happen after a decision.
public enum NextStep: String, Hashable, Sendable, CaseIterable {
    /// The applicant pays.
    case pay
    /// The applicant hands in a supporting document.
    case provideProof
    /// The gateway asks again; the applicant need not do anything.
    case waitForSource
    /// An official looks at it: a refusal is only ever proposed (GDPR art. 22).
    case official

    /// The step that these reasons for not knowing ask for. What the applicant can do comes first,
    /// so that time is not lost; then what an official must solve.
    init(for reasons: [Reason]) {
        if reasons.contains(where: \.isForApplicant) {
            self = .provideProof
        } else if !reasons.isEmpty, reasons.allSatisfy(\.isForSource) {
            self = .waitForSource
        } else {
            self = .official
        }
    }
}

extension Reason {
    /// Whether the applicant can do something about it.
    fileprivate var isForApplicant: Bool {
        if case .licenceExpired = self { return true }
        return due != nil || self == .proofRequired || self == .licenceNotFound
            || self == .staffUnknown
    }

    /// Whether it passes when a source answers again.
    fileprivate var isForSource: Bool {
        self == .sourceUnavailable || self == .addressChangePending || self == .sourceStale
    }
}
