import AccessRights
import ConsultLog
import Facts

/// Everybody in the households of the applicants of one request.
struct ApplicantHousehold {
    var numbers: Set<SSIN> = []
    /// Whether that is everybody: a dossier that cannot be read may name another applicant.
    var isWhole = true
}

extension PopulationExamination {
    /// How many people can be the applicants of one dossier.
    private static let mostApplicants = 5

    /// Whether a person is one of the household of the applicant. Under a number that was replaced
    /// nobody is, so whoever is not found is looked up, be it that nobody knows them.
    mutating func isOfHousehold(
        _ ssin: SSIN, _ kinds: Set<ReferenceKind>
    ) async throws(Obstacle) -> Bool {
        let household = try await householdOfApplicant(kinds)
        if household.numbers.contains(ssin) { return true }
        guard !household.numbers.isEmpty else {
            if household.isWhole { return false }
            throw Self.unreadable
        }
        if let present = try await presentNumber(of: ssin), household.numbers.contains(present) {
            return true
        }
        guard household.isWhole else { throw Self.unreadable }
        return false
    }

    /// Everybody in the household of the applicant: a consult of its own about the applicant.
    private mutating func householdOfApplicant(
        _ kinds: Set<ReferenceKind>
    ) async throws(Obstacle) -> ApplicantHousehold {
        // The person of a token is the same whatever the dossier.
        let kinds = context.applicant == nil ? kinds : []
        if let known = households[kinds] { return known }
        var household = ApplicantHousehold()
        let (applicants, isWhole) = try await applicants(kinds)
        household.isWhole = isWhole
        for applicant in applicants {
            try await demandRight(to: [.householdMembers])
            switch await gateway.householdNumbers(of: applicant, in: own) {
            case .answered(let answer): household.numbers.formUnion(answer.fact)
            case .notFound: break
            case .refused: throw .silent(.notAllowed(code: Self.ownCheck))
            case .failed(let failure, _): throw .silent(failure)
            case .notRecorded: throw .notRecorded
            case .undecided: throw .undecided
            }
        }
        households[kinds] = household
        return household
    }

    /// The person of a verified token, or of the open dossier that the request names; never a
    /// number that somebody typed.
    ///
    /// - Parameter kinds: those of the dossier; when there are none it must have been opened for
    ///   the purpose of the request.
    private func applicants(
        _ kinds: Set<ReferenceKind>
    ) async throws(Obstacle) -> (people: [SSIN], isWhole: Bool) {
        if let applicant = context.applicant { return ([applicant], true) }
        guard let dossier = context.dossier, let repertory = gateway.repertory else {
            return ([], true)
        }
        do throws(StorageFailure) {
            let found = try await repertory.dossiers(
                named: dossier, of: context.caller.organisation, openOn: gateway.time.today())
            let fitting = found.open.filter { dossier in
                kinds.isEmpty
                    ? dossier.record.purpose == context.purpose
                    : kinds.contains(dossier.record.kind)
            }
            let people = Set(fitting.compactMap(\.subject.ssin))
            let first = people.sorted { $0.digits < $1.digits }.prefix(Self.mostApplicants)
            return (Array(first), found.isWhole)
        } catch {
            throw Self.unreadable
        }
    }

    /// The number by which the register knows a person now; `nil` when it knows nobody.
    private func presentNumber(of ssin: SSIN) async throws(Obstacle) -> SSIN? {
        try await demandRight(to: [.personManagingMunicipality])
        switch await gateway.person(ssin, [.personManagingMunicipality], in: own) {
        case .answered(let answer): return answer.fact.ssin
        case .notFound: return nil
        case .refused: throw .silent(.notAllowed(code: Self.ownCheck))
        case .failed(let failure, _): throw .silent(failure)
        case .notRecorded: throw .notRecorded
        case .undecided: throw .undecided
        }
    }
}
