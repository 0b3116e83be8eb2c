public import Facts
public import Gateway

/// Asks the gateway, in the name of the application that assesses.
public struct GatewayFactChecker: FactChecker {
    private let gateway: Gateway
    private let context: ConsultContext

    /// - Parameter context: the application and the purpose under whose rights it asks.
    public init(gateway: Gateway, context: ConsultContext) {
        self.gateway = gateway
        self.context = context
    }

    public func isAlive(_ person: SSIN) async -> Evidence<Bool> {
        await verify(.isAlive(person))
    }

    public func isResident(_ person: SSIN, of municipality: NISCode) async -> Evidence<Bool> {
        await verify(.isResidentOf(person, municipality))
    }

    public func household(
        of person: SSIN, for municipality: NISCode
    ) async -> Evidence<HouseholdPseudonyms> {
        let result = await gateway.householdPseudonyms(
            of: person, for: municipality, in: context)
        return evidence(from: result) { household in .known(household) }
    }

    public func isRegistered(_ plate: Plate) async -> Evidence<Bool> {
        await verify(.vehicleIsRegistered(plate))
    }

    public func isRegistered(
        _ plate: Plate, inNameOf holder: VehicleHolder
    ) async -> Evidence<Bool> {
        switch holder {
        case .person(let ssin): await verify(.vehicleIsHeldBy(plate, .person(ssin)))
        case .enterprise(let number): await verify(.vehicleIsHeldBy(plate, .enterprise(number)))
        // A key that is no number of ours belongs to nobody who can apply.
        case .other, .unnamed:
            Evidence(.unknown(.inconclusive), consult: nil, asOf: gateway.now())
        }
    }

    public func isWithin(
        _ plate: Plate, categories: Set<VehicleCategory>, maximumMass: Int
    ) async -> Evidence<Bool> {
        await verify(
            .vehicleIsWithin(
                plate, categories: Set(categories.map(\.rawValue)), maximumMass: maximumMass))
    }

    public func mayDrive(_ person: SSIN, _ category: LicenceCategory) async -> Evidence<Bool> {
        await verify(.mayDrive(person, category))
    }

    private func verify(_ verification: Verification) async -> Evidence<Bool> {
        let result = await gateway.verify(verification, in: context)
        return evidence(from: result) { verdict in
            switch verdict {
            case .yes: .known(true)
            case .no: .known(false)
            case .unknown(let reason): .unknown(EvidenceGap(reason))
            }
        }
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
        case .notRecorded(let consult):
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
