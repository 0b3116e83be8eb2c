import CanonicalJSON
import Facts
import HTTPTypes
import ParkingCards

extension Problem {
    init(_ failure: CardFailure) {
        switch failure {
        case .assessment(let failure): self.init(failure)
        case .unknownCard: self.init(.resourceNotFound)
        case .refused(let refusal): self.init(.stepRefused, refusal.members)
        case .noLetter(let reason):
            self.init(.stepRefused, ["reason": .string(reason.rawValue)])
        case .anotherOrder:
            self.init(
                .idempotencyKeyReused,
                ["detail": "The key was sent before, with another request"])
        case .unavailable: self.init(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
    }

    /// A step without the name by which it is carried out once.
    static func idempotencyKey(_ detail: String) -> Problem {
        Problem(
            .badRequest,
            [
                "detail": "The input message is incorrect",
                "issues": [
                    [
                        "type": "urn:problem-type:belgif-ext:input-validation:requiredInput",
                        "title": "Required input", "detail": .string(detail), "in": "header",
                        "name": "Idempotency-Key",
                    ]
                ],
            ])
    }
}

extension StepRefusal {
    /// What a client reads of it: why, and what would have been right.
    fileprivate var members: JSONObject {
        var members: JSONObject = ["reason": .string(code)]
        switch self {
        case .wrongState(let state): members["state"] = .string(state.rawValue)
        case .wrongAmount(let due), .notPaid(let due): members["due"] = .string(due.text)
        case .outsideRenewalWindow(let window):
            members["from"] = .string(window.from.text)
            members["until"] = .string(window.until.text)
        case .notEntitled(let reasons), .notEstablished(let reasons):
            members["reasons"] = .array(reasons.map { .string($0) })
        case .warningNotOver(let day): members["until"] = .string(day.text)
        case .allowanceExhausted(let left): members["left"] = .integer(Int64(left))
        case .secondOfficialNeeded, .alreadyRenewed, .samePlate, .plateHasCard, .quotaFull,
            .placeHeld, .warningNotDelivered, .noAllowance, .unknownNotice, .alreadyDelivered,
            .wrongDay:
            break
        }
        return members
    }
}
