import AccessRights
import CanonicalJSON
import ConsultLog
import Gateway
import HTTPTypes
import Officials

/// Who may oversee the rights, and as whom a caller takes a step. That the application has the role
/// was found out before.
struct RightsDoor: Sendable {
    /// Whether tokens of officials are accepted.
    let identifiesOfficials: Bool
    let directory: OfficialDirectory?

    /// Where the directory gives roles to officials at all, an official needs one of their own.
    ///
    /// - Throws: the problem that the caller gets who may not.
    func admit(
        _ caller: CallerContext, as roles: Set<OfficialRole>
    ) async throws(Problem) {
        guard let official = caller.official, let directory else { return }
        let present: Set<OfficialRole>
        do throws(OfficialsFailure) {
            guard try await directory.givesRoles() else { return }
            switch try await directory.standing(of: official) {
            case .active(since: _, let own): present = own
            // Somebody who is known by a token alone has no role.
            case .unkept, .unknown, .ended: present = []
            }
        } catch {
            throw Problem(.serviceUnavailable, headers: [.retryAfter: "1"])
        }
        guard present.isDisjoint(with: roles) else { return }
        let names = roles.map(\.rawValue).sorted().joined(separator: " or ")
        throw Problem(
            .missingPermission, ["detail": .string("The official does not have the role \(names)")])
    }

    /// As whom a caller takes a step.
    ///
    /// - Throws: the problem that the caller gets who may not, or who must say who they are: two
    ///   applications can be one person's.
    func orderer(
        _ caller: CallerContext, for step: RightsStep
    ) async throws(Problem) -> RightsOrderer {
        guard let official = caller.official else {
            guard !identifiesOfficials || !step.needsPerson else { throw .noAccessToken }
            return .application(caller.application.id, of: caller.application.organisation)
        }
        try await admit(caller, as: step.officialRoles)
        return .official(official)
    }
}
