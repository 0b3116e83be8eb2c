public import Facts
public import Gateway

/// Asks the gateway, in the name of the application that assesses.
///
/// The gateway verifies only what its sources publish. The rest is unknown here, so that a
/// supporting document or an official's declaration can tell: see ``verification(for:)``.
public struct GatewayFactChecker: FactChecker {
    private let gateway: Gateway
    private let context: ConsultContext

    /// - Parameter context: the application and the purpose under whose rights it asks.
    public init(gateway: Gateway, context: ConsultContext) {
        self.gateway = gateway
        self.context = context
    }

    public func answer(_ question: FactQuestion, _ query: FactQuery) async -> Evidence<Bool> {
        guard let verification = Self.verification(for: query) else { return notPublished() }
        let result = await gateway.verify(verification, in: context)
        let answer: Evidence<Bool> = evidence(from: result) { verdict in
            switch verdict {
            case .yes: .known(true)
            case .no: .known(false)
            case .unknown(let reason): .unknown(EvidenceGap(reason))
            }
        }
        return Self.isNarrower(query) && answer.value == true
            ? answer.with(.unknown(.notPublished)) : answer
    }

    public func household(
        of person: SSIN, for municipality: NISCode
    ) async -> Evidence<HouseholdPseudonyms> {
        let result = await gateway.householdPseudonyms(
            of: person, for: municipality, in: context)
        return evidence(from: result) { household in .known(household) }
    }

    public func slot(
        _ key: QuotaKey, of application: CardApplication
    ) async -> Evidence<Pseudonym> { notPublished() }

    public func sector(
        of application: CardApplication, among sectors: [Sector]
    ) async -> Evidence<SectorID> { notPublished() }

    public func registeredSince(_ person: SSIN) async -> Evidence<CalendarDate> { notPublished() }

    private func notPublished<Value>() -> Evidence<Value> {
        Evidence(.unknown(.notPublished), consult: nil, asOf: gateway.now())
    }

    /// What a consult that gave nothing means for the one who applies: never a no.
    private func evidence<Fact, Value>(
        from result: ConsultResult<Fact>, _ finding: (Fact) -> Evidence<Value>.Finding
    ) -> Evidence<Value> {
        switch result {
        case .answered(let answer):
            Evidence(finding(answer.fact), consult: answer.consult, asOf: answer.asOf)
        case .notFound(let consult):
            Evidence(.unknown(.subjectUnknown), consult: consult, asOf: gateway.now())
        case .refused(_, let consult):
            Evidence(.unknown(.sourceNotAuthorised), consult: consult, asOf: gateway.now())
        case .failed(let failure, let consult):
            Evidence(.unknown(EvidenceGap(failure)), consult: consult, asOf: gateway.now())
        case .notRecorded(let consult), .undecided(let consult):
            Evidence(.unknown(.sourceUnavailable), consult: consult, asOf: gateway.now())
        }
    }
}

extension EvidenceGap {
    fileprivate init(_ reason: UnknownReason) {
        switch reason {
        case .sourceUnavailable, .sourceUnintelligible: self = .sourceUnavailable
        case .notAllowedBySource: self = .sourceNotAuthorised
        case .subjectUnknown, .nothingRegistered: self = .subjectUnknown
        case .notPublished: self = .notPublished
        case .inconclusive: self = .inconclusive
        case .addressChangePending: self = .addressChangePending
        case .documentExpired: self = .documentExpired
        }
    }

    fileprivate init(_ failure: SourceFailure) {
        switch failure {
        case .unavailable, .unintelligible: self = .sourceUnavailable
        case .notAllowed: self = .sourceNotAuthorised
        }
    }
}
