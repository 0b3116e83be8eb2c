import ConsultLog
import CoreMetrics
import Facts
import Gateway
import HTTPFacade
import Logging

/// Tells operators why consults had no answer: a line each, and counters of closed labels.
struct OperationsObserver: GatewayObserver {
    private let logger: Logger
    private let failures: [SourceOperation: [OutcomeClass: Counter]]
    private let unrecorded: Counter
    private let undecidedConsults: Counter

    init(logger: Logger, metrics: PrometheusMetrics) {
        self.logger = logger
        unrecorded = Counter(
            label: "onlyonce_not_recorded_total", dimensions: [], factory: metrics)
        undecidedConsults = Counter(
            label: "onlyonce_not_decided_total", dimensions: [], factory: metrics)
        var failures: [SourceOperation: [OutcomeClass: Counter]] = [:]
        for operation in SourceOperation.allCases {
            for outcome in [OutcomeClass.unavailable, .unintelligible, .notAllowedBySource] {
                failures[operation, default: [:]][outcome] = Counter(
                    label: "onlyonce_source_failures_total",
                    dimensions: [
                        ("source", operation.source.rawValue), ("operation", operation.rawValue),
                        ("outcome", outcome.rawValue),
                    ], factory: metrics)
            }
        }
        self.failures = failures
    }

    func sourceFailed(_ failure: SourceFailure, at operation: SourceOperation, asked: EntryID) {
        failures[operation]?[OutcomeClass(failure)]?.increment()
        logger.warning(
            "a source gave no answer",
            metadata: [
                "source": "\(operation.source.rawValue)", "operation": "\(operation.rawValue)",
                "failure": "\(failure.words)", "asked": "\(asked)",
            ])
    }

    func notRecorded(_ failure: LogFailure, of consult: ConsultID) {
        unrecorded.increment()
        logger.error(
            "a consult could not be recorded",
            metadata: ["failure": "\(failure)", "consult": "\(consult)"])
    }

    // Without a line each: who watches the rights says once that they cannot be read.
    func undecided() { undecidedConsults.increment() }
}

extension SourceFailure {
    /// The failure in a few words, with the place and the source's code where there is one.
    fileprivate var words: String {
        switch self {
        case .unavailable(let silence): silence.rawValue
        case .notAllowed(let code): "not allowed, \(Self.safe(code))"
        case .unintelligible(.malformed): "malformed"
        case .unintelligible(.tooLarge): "too large"
        case .unintelligible(.outsideSchema(let element)):
            "outside the schema at \(Self.safe(element))"
        case .unintelligible(.unexpectedValue(let element)):
            "unexpected value at \(Self.safe(element))"
        case .unintelligible(.fault(let code)): "fault, \(Self.safe(code))"
        case .unintelligible(.anotherSubject): "about another subject"
        }
    }

    /// A source's own word, unless it could hold a number of somebody or break the line.
    private static func safe(_ word: String) -> String {
        let bytes = Array(word.utf8)
        let isPlain = bytes.count <= 120 && bytes.allSatisfy { (0x20...0x7E).contains($0) }
        let digits = bytes.count { (0x30...0x39).contains($0) }
        return isPlain && digits < 9 ? word : "…"
    }
}
