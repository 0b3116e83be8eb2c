import AccessRights
import ConsultLog
import Gateway

extension ConsultResult {
    var fact: Fact? { if case .answered(let answer) = self { answer.fact } else { nil } }

    var refusal: Refusal? { if case .refused(let refusal, _) = self { refusal } else { nil } }

    var failure: SourceFailure? { if case .failed(let failure, _) = self { failure } else { nil } }

    var isNotFound: Bool { if case .notFound = self { true } else { false } }

    var isUndecided: Bool { if case .undecided = self { true } else { false } }
    var isNotRecorded: Bool { if case .notRecorded = self { true } else { false } }

    var consult: ConsultID {
        switch self {
        case .answered(let answer): answer.consult
        case .notFound(let id), .refused(_, let id), .failed(_, let id), .notRecorded(let id),
            .undecided(let id):
            id
        }
    }
}
