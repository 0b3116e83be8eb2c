import CanonicalJSON
import Gateway

extension SourceFailure {
    /// What a text that is not JSON means.
    init(_ failure: JSONFailure) {
        switch failure {
        case .tooLarge, .tooDeep: self = .unintelligible(.tooLarge)
        case .byteOrderMark, .invalidUTF8, .unexpectedByte, .unexpectedEnd, .trailingContent,
            .controlCharacter, .invalidEscape, .loneSurrogate, .notInteroperable,
            .duplicateMember:
            self = .unintelligible(.malformed)
        }
    }

    /// What fields that are not as the contract has them mean; the first is named.
    init(_ issues: JSONFieldIssues) {
        guard let issue = issues.issues.first else {
            self = .unintelligible(.malformed)
            return
        }
        switch issue.kind {
        case .missing, .unknown, .wrongType:
            self = .unintelligible(.outsideSchema(element: issue.pointer))
        case .invalid:
            self = .unintelligible(.unexpectedValue(element: issue.pointer))
        }
    }
}
