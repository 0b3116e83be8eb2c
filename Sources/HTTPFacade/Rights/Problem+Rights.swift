import AccessRights
import CanonicalJSON
import Gateway
import HTTPTypes

extension Problem {
    /// A step that cannot be taken; nothing changed.
    init(_ refusal: StepRefusal) {
        if case .unknown = refusal {
            self.init(.resourceNotFound)
            return
        }
        var members: JSONObject = [
            "reason": .string(refusal.code), "detail": .string(refusal.description),
        ]
        switch refusal {
        case .notFrom(let state): members["state"] = .string(state.rawValue)
        case .termsNotNamed(let hash): members["hash"] = .string(hash.hexadecimal)
        case .unknown, .otherVersion, .unchanged, .fourEyes, .revoked, .expired, .alreadyKnown,
            .notByConfiguration, .termsMisplaced, .outOfOrder:
            break
        }
        self.init(.stepRefused, members)
    }

    init(_ failure: RightsFailure) {
        self.init(
            .serviceUnavailable, ["detail": .string(failure.description)],
            headers: [.retryAfter: "1"])
    }
}
