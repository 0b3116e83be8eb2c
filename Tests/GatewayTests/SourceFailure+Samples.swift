import ConsultLog
import Gateway

extension SourceFailure {
    /// Every way in which a source gives no answer, and how the log and a verification call it.
    static let samples: [(failure: SourceFailure, outcome: OutcomeClass, reason: UnknownReason)] = {
        let silences: [Silence] = [.unreachable, .tooLate, .cutOff, .refusedConnection, .busy]
        let defects: [Defect] = [
            .malformed, .tooLarge, .outsideSchema(element: "Files"),
            .unexpectedValue(element: "Register"), .fault(code: "soap:Server"), .anotherSubject,
        ]
        return silences.map { (.unavailable($0), .unavailable, .sourceUnavailable) }
            + defects.map { (.unintelligible($0), .unintelligible, .sourceUnintelligible) }
            + [(.notAllowed(code: "MSG00012"), .notAllowedBySource, .notAllowedBySource)]
    }()
}
