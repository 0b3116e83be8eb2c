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
        var step: NextStep?
        for reason in reasons {
            switch (Self.step(for: reason), step) {
            case (.provideProof, _):
                self = .provideProof
                return
            case (.waitForSource, nil): step = .waitForSource
            case (.waitForSource, _): continue
            case (.official, _), (.pay, _): step = .official
            }
        }
        self = step ?? .official
    }

    private static func step(for reason: Reason) -> NextStep {
        switch reason {
        case .proofRequired, .licenceNotFound, .licenceExpired: .provideProof
        case .sourceUnavailable, .addressChangePending: .waitForSource
        case .sourceNotAuthorised, .factNotEstablished, .quotaExceeded, .notResident,
            .applicantDeceased, .vehicleNotRegistered, .vehicleOutsideLimits, .plateHasCard,
            .vehicleNotAtDisposal, .mayNotDrive:
            .official
        }
    }
}
