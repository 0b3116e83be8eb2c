import AccessRights
import ConsultLog
import Facts

/// The directory as it was read last, with every name still hidden.
struct DirectorySnapshot: Sendable {
    private(set) var revision: Int64 = 0
    private(set) var officials: [DirectoryID: SealedOfficial] = [:]
    private(set) var delegations: [DelegationID: SealedDelegation] = [:]
    /// Who bears a name: whoever was not removed, else whoever was last.
    private var bearers: [[UInt8]: DirectoryID] = [:]
    /// What was lent to somebody.
    private var lent: [DirectoryID: Set<DelegationID>] = [:]
    /// Whether anybody ever was given a role.
    private(set) var givesRoles = false
    /// Whether an earlier directory was lost, and with it who had left.
    var isRebuilt = false

    mutating func take(_ changes: DirectoryChanges) {
        for official in changes.officials { take(official) }
        for delegation in changes.delegations {
            delegations[delegation.id] = delegation
            lent[delegation.to, default: []].insert(delegation.id)
        }
        givesRoles = givesRoles || changes.givesRoles
        revision = max(revision, changes.revision)
    }

    /// Lets go of delegations that are over.
    mutating func forget(_ ids: [DelegationID]) {
        for id in ids {
            guard let delegation = delegations.removeValue(forKey: id) else { continue }
            lent[delegation.to]?.remove(id)
        }
    }

    private mutating func take(_ official: SealedOfficial) {
        officials[official.id] = official
        if official.isRemoved, let bearer = bearers[official.nameCode], bearer != official.id,
            officials[bearer]?.isRemoved == false
        {
            return
        }
        bearers[official.nameCode] = official.id
    }

    func official(_ code: [UInt8]) -> SealedOfficial? {
        bearers[code].flatMap { officials[$0] }
    }

    func standing(_ code: [UInt8], at now: Timestamp) -> OfficialStanding {
        guard let official = official(code) else {
            if isRebuilt { return .ended }
            return officials.isEmpty ? .unkept : .unknown
        }
        guard isActive(official.id) else { return .ended }
        return .active(since: official.acceptedSince, roles: roles(of: official, at: now))
    }

    func isActive(_ id: DirectoryID) -> Bool {
        guard let official = officials[id] else { return false }
        return official.isActive && !official.isRemoved
    }

    /// The roles of somebody's own, and those that are lent to them.
    private func roles(of official: SealedOfficial, at now: Timestamp) -> Set<OfficialRole> {
        guard let lent = lent[official.id] else { return official.roles }
        return lent.reduce(into: official.roles) { roles, id in
            guard let delegation = delegations[id], isLive(delegation, at: now) else { return }
            roles.insert(delegation.role)
        }
    }

    /// What somebody gave or was given and was not ended, whether it still counts or not.
    func open(of id: DirectoryID, at now: Timestamp) -> [SealedDelegation] {
        delegations.values.filter {
            ($0.from == id || $0.to == id) && $0.ended == nil && now < $0.until
        }.sorted { $0.id < $1.id }
    }

    /// What somebody gave and is over.
    func over(from id: DirectoryID, at now: Timestamp) -> [DelegationID] {
        delegations.values.filter {
            $0.from == id && ($0.ended != nil || $0.until <= now)
        }.map(\.id).sorted()
    }

    /// How many count in which somebody is this party.
    func count(of id: DirectoryID, as party: DelegationParty, at now: Timestamp) -> Int {
        delegations.values.count {
            (party == .from ? $0.from : $0.to) == id && isLive($0, at: now)
        }
    }

    /// Whether it still counts: it has not ended, both are active, neither has left since it was
    /// given, and whoever lends the role still has it.
    func isLive(_ delegation: SealedDelegation, at now: Timestamp) -> Bool {
        guard delegation.ended == nil, now < delegation.until,
            let from = officials[delegation.from], let to = officials[delegation.to]
        else { return false }
        return isActive(from.id) && isActive(to.id) && from.roles.contains(delegation.role)
            && delegation.made >= from.acceptedSince && delegation.made >= to.acceptedSince
    }
}
