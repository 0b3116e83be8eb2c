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
        if case .notFrom(let state) = refusal { members["state"] = .string(state.rawValue) }
        self.init(.stepRefused, members)
    }

    init(_ failure: RightsFailure) {
        self.init(
            .serviceUnavailable, ["detail": .string(failure.description)],
            headers: [.retryAfter: "10"])
    }
}
