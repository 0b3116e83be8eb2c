import AccessRights
import CanonicalJSON
import ConsultLog
import Gateway
import HTTPTypes
import LogProofs
import LogSearch
import ParkingCards

// The one place where outcomes become problems. What has no case here is an error of ours: 500
// with the trace id and nothing else.

/// How many seconds a client waits before it tries again.
private let retryAfter = "10"

extension ConsultResult {
    /// The answer of a consult.
    ///
    /// - Throws: the problem that the client gets instead, with the consult's name when the log may
    ///   know it.
    func answer() throws(Problem) -> Answer<Fact> {
        switch self {
        case .answered(let answer): return answer
        case .notFound(let consult): throw Problem(.notFound, naming: consult)
        case .refused(let refusal, let consult): throw Problem(refusal, naming: consult)
        case .failed(let failure, let consult):
            throw Problem(OutcomeClass(failure), naming: consult)
        case .notRecorded(let consult): throw Problem(.unavailable, naming: consult)
        case .undecided: throw .rightsUnknown
        }
    }
}

extension Problem {
    fileprivate init(_ outcome: OutcomeClass, naming consult: ConsultID) {
        switch outcome.httpStatus {
        case 503:
            self.init(
                type: .serviceUnavailable, naming: consult, headers: [.retryAfter: retryAfter])
        case 502: self.init(type: .badGateway, naming: consult)
        case 404: self.init(type: .resourceNotFound, naming: consult)
        default: self.init(.internalServerError)
        }
    }

    fileprivate init(_ refusal: Refusal, naming consult: ConsultID) {
        self.init(
            .missingPermission,
            [
                "consultId": .string(consult.uuid.text),
                "reasons": .array(refusal.reasons.map(\.json)),
            ])
    }

    private init(
        type: ProblemType, naming consult: ConsultID, headers: HTTPFields = [:]
    ) {
        self.init(type, ["consultId": .string(consult.uuid.text)], headers: headers)
    }

    init(_ failure: AssessmentFailure) {
        switch failure {
        case .unknownMunicipality:
            self.init(
                unknownReference: "municipality", "has no parking-card regulation that is known")
        case .noRuleInForce:
            self.init(unknownReference: "cardType", "is not in force in this municipality")
        case .refused(let refusal, let consult):
            self.init(refusal, naming: consult)
        case .rightsUnknown: self = .rightsUnknown
        case .cardRegisterUnavailable, .refusalNotRecorded:
            self.init(.serviceUnavailable, headers: [.retryAfter: retryAfter])
        }
    }

    init(_ failure: SearchFailure) {
        switch failure {
        case .foreignCursor:
            self.init(unknownReference: "cursor", "is of another query")
        case .notLogged, .index, .log:
            self.init(.serviceUnavailable, headers: [.retryAfter: retryAfter])
        }
    }

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
        let methods = allowed.map(\.rawValue).joined(separator: ", ")
        return Problem(.methodNotAllowed, headers: [.allow: methods])
    }

    /// More requests than an application may send; nothing of it is logged.
    static func tooManyRequests(limit: Int, after wait: Duration) -> Problem {
        let seconds = wait.components.seconds + (wait.components.attoseconds > 0 ? 1 : 0)
        return Problem(
            .tooManyRequests,
            ["limit": .integer(Int64(limit)), "retryAfterSec": .integer(seconds)],
            headers: [.retryAfter: String(seconds)])
    }

    /// The rights cannot be known now: nothing was decided, and nothing is in the log.
    static let rightsUnknown = Problem(.serviceUnavailable, headers: [.retryAfter: "1"])

    /// More work is under way than the gateway takes on.
    static let busy = Problem(.serviceUnavailable, headers: [.retryAfter: "1"])

    static func payloadTooLarge(limit: Int) -> Problem {
        Problem(.payloadTooLarge, ["limit": .integer(Int64(limit))])
    }
}

extension Reply {
    /// What the asker of a receipt gets that cannot be given now: to ask again, when that will help.
    ///
    /// - Throws: the problem that the client gets instead.
    init(_ failure: ReceiptMakingFailure, of consult: ConsultID) throws(Problem) {
        switch failure {
        case .unfinished, .notSequenced:
            try self.init(["consultId": .string(consult.uuid.text)], status: .accepted)
            headers[.retryAfter] = "1"
        // A consult of somebody else is told in no way from one that never was.
        case .unknown, .retired: throw Problem(.resourceNotFound)
        case .unreadable, .unreachable, .notRecorded, .damaged, .notOpened:
            throw Problem(.serviceUnavailable, headers: [.retryAfter: retryAfter])
        }
    }
}
