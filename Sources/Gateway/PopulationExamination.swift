import AccessRights
import ConsultLog
import Facts

/// Finds out which of several conditional grants holds for the subjects of one request.
///
/// Nothing is looked up twice. Who is outside a population, whom nobody knows and whose address is
/// protected are looked up alike and refused alike, so that nobody can probe. A quota is reserved
/// before the registers are asked, and given back when the grant does not hold after all.
struct PopulationExamination {
    /// Why a check has no result.
    enum Obstacle: Error {
        case silent(SourceFailure)
        case notRecorded
        case undecided
    }

    /// What is said when the gateway itself may not look.
    static let ownCheck = "population-check"

    let gateway: Gateway
    private let subjects: [Subject]
    let context: ConsultContext
    let own: ConsultContext
    private var residences: [SSIN: PopulationStanding] = [:]
    private var citizens: [SSIN: PopulationStanding] = [:]
    var households: [Set<ReferenceKind>: ApplicantHousehold] = [:]
    private var dossiers: [Subject: FoundReferences] = [:]

    init(_ gateway: Gateway, about subjects: [Subject], in context: ConsultContext) {
        self.gateway = gateway
        self.subjects = subjects
        self.context = context
        own = gateway.ownContext.traced(as: context.trace)
    }

    /// The first grant whose checks every subject passes and whose quota has room.
    ///
    /// A silence under one of them is no refusal of the others.
    mutating func first(of alternatives: [ConditionalGrant]) async -> Permission {
        var reasons: Set<RefusalReason> = []
        var silence: SourceFailure?
        for alternative in alternatives {
            do throws(Obstacle) {
                switch try await standing(of: alternative) {
                case .holds(let reservation): return .granted(alternative.grant, reservation)
                case .fails(let reason): reasons.insert(reason)
                }
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

    /// Whether a grant holds. What the caller knows itself comes first, the registers last.
    private mutating func standing(
        of alternative: ConditionalGrant
    ) async throws(Obstacle) -> GrantStanding {
        for check in alternative.checks where check.isOfCaller {
            guard try await isMet(check) else { return .fails(.openDossierRequired) }
        }
        let reservation = reservation(for: alternative.grant)
        if let reservation {
            guard try await reserve(reservation) else { return .fails(.quotaExhausted) }
        }
        do throws(Obstacle) {
            for check in alternative.checks where !check.isOfCaller {
                if try await isMet(check) { continue }
                await gateway.release(reservation)
                return .fails(.outsidePopulation)
            }
        } catch {
            await gateway.release(reservation)
            throw error
        }
        return .holds(reservation)
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
        case .householdOfApplicant(let kinds):
            guard let ssin = subject.ssin else { return nil }
            var standing = PopulationStanding()
            standing.isInHouseholdOfApplicant = try await isOfHousehold(ssin, kinds)
            return standing
        case .openDossier, .namedDossier:
            let found = try await openDossiers(on: subject)
            var standing = PopulationStanding()
            standing.openDossiers = Set(found.open.map(\.record.kind))
            standing.namedDossier =
                found.open.first { dossier in
                    guard case .namedDossier(let kinds) = check else { return false }
                    return dossier.dossier == context.dossier && kinds.contains(dossier.record.kind)
                }?.record.kind
            // What cannot be read may be what is missing: that is no "no".
            guard found.isWhole || check.isMet(by: standing) else { throw Self.unreadable }
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

    private mutating func openDossiers(
        on subject: Subject
    ) async throws(Obstacle) -> FoundReferences {
        if let known = dossiers[subject] { return known }
        guard let repertory = gateway.repertory else { return FoundReferences() }
        do throws(StorageFailure) {
            let open = try await repertory.dossiers(
                on: subject, of: context.caller.organisation, openOn: gateway.time.today())
            dossiers[subject] = open
            return open
        } catch {
            throw Self.unreadable
        }
    }

    /// Without a right of its own the gateway cannot find out, which is no refusal.
    func demandRight(to attributes: Set<AttributeID>) async throws(Obstacle) {
        let request = own.request(for: .attributes(attributes))
        guard let rights = await gateway.rights() else { throw .undecided }
        switch rights.decide(request, on: gateway.time.today()) {
        case .permitted: return
        case .conditional, .refused: throw .silent(.notAllowed(code: Self.ownCheck))
        }
    }

    private func reservation(for grant: Grant) -> QuotaReservation? {
        grant.quota.map { quota in
            QuotaReservation(
                authorisation: grant.authorisation.id, day: gateway.time.today(),
                official: context.caller.official.map { gateway.pseudonyms.code(of: $0) },
                quota: quota)
        }
    }

    private func reserve(_ reservation: QuotaReservation) async throws(Obstacle) -> Bool {
        guard let quotas = gateway.quotas else {
            throw .silent(.notAllowed(code: "quota"))
        }
        do throws(StorageFailure) {
            return try await quotas.reserve(reservation)
        } catch {
            throw .silent(.unavailable(.unreachable))
        }
    }

    /// The repertory cannot say.
    static var unreadable: Obstacle { .silent(.unavailable(.unreachable)) }
}

/// Whether one of several grants is the one.
private enum GrantStanding {
    /// With what was counted against its quota.
    case holds(QuotaReservation?)
    case fails(RefusalReason)
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
    var ssin: SSIN? {
        if case .person(let ssin) = self { ssin } else { nil }
    }
}
