import AccessRights
import ConsultLog
import Facts

/// Finds out which of several conditional grants holds for the subjects of one request.
///
/// Nothing is looked up twice. Who is outside a population, whom nobody knows and whose address is
/// protected are looked up alike and refused alike, so that nobody can probe. A quota is reserved
/// before the registers are asked: an attempt counts.
struct PopulationExamination {
    /// Why a check has no result.
    private enum Obstacle: Error {
        case silent(SourceFailure)
        case notRecorded
        case undecided
    }

    /// How many people can be the applicants of one dossier.
    private static let mostApplicants = 5
    /// What is said when the gateway itself may not look.
    private static let ownCheck = "population-check"

    private let gateway: Gateway
    private let subjects: [Subject]
    private let context: ConsultContext
    private let own: ConsultContext
    private var residences: [SSIN: PopulationStanding] = [:]
    private var citizens: [SSIN: PopulationStanding] = [:]
    private var household: Set<SSIN>?
    private var dossiers: [Subject: [OpenReference]] = [:]

    init(_ gateway: Gateway, about subjects: [Subject], in context: ConsultContext) {
        self.gateway = gateway
        self.subjects = subjects
        self.context = context
        own = ConsultContext(
            caller: gateway.ownContext.caller, purpose: gateway.ownContext.purpose,
            trace: context.trace)
    }

    /// The first grant whose checks every subject passes and whose quota has room.
    ///
    /// A silence under one of them is no refusal of the others.
    mutating func first(of alternatives: [ConditionalGrant]) async -> Permission {
        var reasons: Set<RefusalReason> = []
        var silence: SourceFailure?
        for alternative in alternatives {
            do throws(Obstacle) {
                guard let reason = try await obstacle(to: alternative) else {
                    return .granted(alternative.grant)
                }
                reasons.insert(reason)
            } catch {
                switch error {
                case .silent(let failure): silence = silence ?? failure
                case .notRecorded: return .notRecorded
                case .undecided: return .undecided
                }
            }
        }
        if let silence { return .undetermined(silence) }
        let order: [RefusalReason] = [.openDossierRequired, .quotaExhausted, .outsidePopulation]
        return .refused(Refusal(reasons: order.filter(reasons.contains)))
    }

    /// Why a grant does not hold; `nil` when it does. What the caller knows itself comes first, the
    /// registers last.
    private mutating func obstacle(
        to alternative: ConditionalGrant
    ) async throws(Obstacle) -> RefusalReason? {
        for check in alternative.checks where check.isOfCaller {
            guard try await isMet(check) else { return .openDossierRequired }
        }
        guard try await reserve(alternative.grant) else { return .quotaExhausted }
        for check in alternative.checks where !check.isOfCaller {
            guard try await isMet(check) else { return .outsidePopulation }
        }
        return nil
    }

    /// Behind a subject that does not pass nobody else is looked up.
    private mutating func isMet(_ check: PopulationCheck) async throws(Obstacle) -> Bool {
        for subject in subjects {
            guard let standing = try await standing(of: subject, for: check),
                check.isMet(by: standing)
            else { return false }
        }
        return true
    }

    /// How a subject stands to the populations of a check; `nil` when it is none of those that
    /// could belong to one.
    private mutating func standing(
        of subject: Subject, for check: PopulationCheck
    ) async throws(Obstacle) -> PopulationStanding? {
        switch check {
        case .residence:
            guard let ssin = subject.ssin else { return nil }
            return try await residence(of: ssin)
        case .ownCitizen:
            guard let ssin = subject.ssin else { return nil }
            return try await citizenship(of: ssin)
        case .householdOfApplicant:
            guard let ssin = subject.ssin else { return nil }
            var standing = PopulationStanding()
            standing.isInHouseholdOfApplicant = try await householdOfApplicant().contains(ssin)
            return standing
        case .openDossier, .namedDossier:
            let open = try await openDossiers(on: subject)
            var standing = PopulationStanding()
            standing.openDossiers = Set(open.map(\.record.kind))
            standing.namedDossier =
                open.first { dossier in
                    guard case .namedDossier(let kinds) = check else { return false }
                    return dossier.dossier == context.dossier && kinds.contains(dossier.record.kind)
                }?.record.kind
            return standing
        }
    }

    private mutating func residence(of ssin: SSIN) async throws(Obstacle) -> PopulationStanding {
        if let known = residences[ssin] { return known }
        let standing = try await lookedUp(
            ssin, [.personManagingMunicipality, .personAddressProtected])
        residences[ssin] = standing
        return standing
    }

    private mutating func citizenship(of ssin: SSIN) async throws(Obstacle) -> PopulationStanding {
        if let known = residences[ssin] ?? citizens[ssin] { return known }
        let standing = try await lookedUp(ssin, [.personManagingMunicipality])
        citizens[ssin] = standing
        return standing
    }

    /// A consult of its own. Whom the register does not know has the standing of nobody.
    private func lookedUp(
        _ ssin: SSIN, _ attributes: Set<AttributeID>
    ) async throws(Obstacle) -> PopulationStanding {
        try await demandRight(to: attributes)
        var standing = PopulationStanding()
        switch await gateway.person(ssin, attributes, in: own) {
        case .answered(let answer):
            if case .municipality(let code, _) = answer.fact.managingMunicipality {
                standing.municipality = code
            }
            // What was asked and is not told protects.
            standing.isProtected = answer.fact.addressProtected != false
        case .notFound: break
        case .refused: throw .silent(.notAllowed(code: Self.ownCheck))
        case .failed(let failure, _): throw .silent(failure)
        case .notRecorded: throw .notRecorded
        case .undecided: throw .undecided
        }
        return standing
    }

    /// Everybody in the household of the applicant: a consult of its own about the applicant, and
    /// none about the subjects.
    private mutating func householdOfApplicant() async throws(Obstacle) -> Set<SSIN> {
        if let household { return household }
        var members: Set<SSIN> = []
        for applicant in try await applicants() {
            try await demandRight(to: [.householdMembers])
            switch await gateway.household(of: applicant, [.householdMembers], in: own) {
            case .answered(let answer):
                members.formUnion(answer.fact.members.compactMap(\.ssin))
                members.insert(applicant)
            case .notFound: break
            case .refused: throw .silent(.notAllowed(code: Self.ownCheck))
            case .failed(let failure, _): throw .silent(failure)
            case .notRecorded: throw .notRecorded
            case .undecided: throw .undecided
            }
        }
        household = members
        return members
    }

    /// The person of a verified token, or of the open dossier that the request names; never a
    /// number that somebody typed.
    private func applicants() async throws(Obstacle) -> [SSIN] {
        if let applicant = context.applicant { return [applicant] }
        guard let dossier = context.dossier, let repertory = gateway.repertory else { return [] }
        do throws(StorageFailure) {
            let dossiers = try await repertory.dossiers(
                named: dossier, of: context.caller.organisation, openOn: gateway.time.today())
            let people = Set(dossiers.compactMap(\.subject.ssin))
            return Array(people.sorted { $0.digits < $1.digits }.prefix(Self.mostApplicants))
        } catch {
            throw .silent(.unavailable(.unreachable))
        }
    }

    private mutating func openDossiers(
        on subject: Subject
    ) async throws(Obstacle) -> [OpenReference] {
        if let known = dossiers[subject] { return known }
        guard let repertory = gateway.repertory else { return [] }
        do throws(StorageFailure) {
            let open = try await repertory.dossiers(
                on: subject, of: context.caller.organisation, openOn: gateway.time.today())
            dossiers[subject] = open
            return open
        } catch {
            throw .silent(.unavailable(.unreachable))
        }
    }

    /// Without a right of its own the gateway cannot find out, which is no refusal.
    private func demandRight(to attributes: Set<AttributeID>) async throws(Obstacle) {
        let request = own.request(for: .attributes(attributes))
        guard let rights = await gateway.rights() else { throw .undecided }
        switch rights.decide(request, on: gateway.time.today()) {
        case .permitted: return
        case .conditional, .refused: throw .silent(.notAllowed(code: "population-check"))
        }
    }

    private func reserve(_ grant: Grant) async throws(Obstacle) -> Bool {
        guard let quota = grant.quota else { return true }
        guard let quotas = gateway.quotas else {
            throw .silent(.notAllowed(code: "quota"))
        }
        let reservation = QuotaReservation(
            authorisation: grant.authorisation.id, day: gateway.time.today(),
            official: context.caller.official.map { gateway.pseudonyms.code(of: $0) }, quota: quota)
        do throws(StorageFailure) {
            return try await quotas.reserve(reservation)
        } catch {
            throw .silent(.unavailable(.unreachable))
        }
    }
}

extension PopulationCheck {
    /// Whether it is about what the caller itself did, and says nothing about a subject.
    fileprivate var isOfCaller: Bool {
        switch self {
        case .namedDossier: true
        case .residence, .ownCitizen, .householdOfApplicant, .openDossier: false
        }
    }
}

extension Subject {
    /// The number of a person; `nil` for what is none.
    fileprivate var ssin: SSIN? {
        if case .person(let ssin) = self { ssin } else { nil }
    }
}
