public import Facts
public import Gateway

/// Asks the gateway, in the name of the application that assesses.
///
/// What crosses from the gateway is yes, no or unknown with its reason, the id of the consult,
/// pseudonyms made for the municipality, a sector that the regulation named and one day: never a
/// fact of a register.
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
        return evidence(from: result) { verdict in
            switch verdict {
            case .yes: .known(true)
            case .no: .known(false)
            case .unknown(let reason): .unknown(EvidenceGap(reason))
            }
        }
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
    ) async -> Evidence<Pseudonym> {
        let municipality = application.municipality
        switch key {
        case .address:
            return await address(of: application.applicant, .address, for: municipality)
        case .dwellingUnit:
            return await address(of: application.applicant, .dwellingUnit, for: municipality)
        case .enterprise:
            // The applicant's own number: nobody needs to be asked what it is.
            return named(
                application.enterprise.map { gateway.pseudonym(of: $0, for: municipality) })
        case .establishment:
            return named(
                application.establishment.map { gateway.pseudonym(of: $0, for: municipality) })
        // Counted by the people, see ``household(of:for:)``.
        case .household, .person: return notPublished()
        }
    }

    public func sector(
        of application: CardApplication, among sectors: [Sector]
    ) async -> Evidence<SectorID> {
        guard !sectors.isEmpty else { return notPublished() }
        let areas = sectors.map(\.area)
        let result =
            if let unit = application.establishment, let enterprise = application.enterprise {
                await gateway.areaOfEstablishment(unit, of: enterprise, among: areas, in: context)
            } else {
                await gateway.areaOfResidence(
                    of: application.applicant, among: areas, in: context)
            }
        return evidence(from: result) { area in
            switch area {
            case .known(let index): .known(sectors[index].id)
            // A sector in which nobody lives is not asked for: the list does not cover the address.
            case .unknown(.nothingRegistered): .unknown(.inconclusive)
            case .unknown(let reason): .unknown(EvidenceGap(reason))
            }
        }
    }

    public func registeredSince(_ person: SSIN) async -> Evidence<CalendarDate> {
        determined(await gateway.inscribedSince(person, in: context))
    }

    private func address(
        of person: SSIN, _ extent: DwellingExtent, for municipality: NISCode
    ) async -> Evidence<Pseudonym> {
        determined(
            await gateway.addressPseudonym(of: person, extent, for: municipality, in: context))
    }

    private func named(_ pseudonym: Pseudonym?) -> Evidence<Pseudonym> {
        guard let pseudonym else { return notPublished() }
        return Evidence(.known(pseudonym), consult: nil, asOf: gateway.now())
    }

    private func determined<Value>(
        _ result: ConsultResult<Determination<Value>>
    ) -> Evidence<Value> {
        evidence(from: result) { determination in
            switch determination {
            case .known(let value): .known(value)
            case .unknown(let reason): .unknown(EvidenceGap(reason))
            }
        }
    }

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
