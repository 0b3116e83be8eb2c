public import Facts

extension Population {
    /// The person who has this number now.
    public func person(_ ssin: SSIN) -> SyntheticPerson? {
        indices[ssin].map { person(at: Int($0)) }
    }

    /// The person with this index (below ``count``).
    public func person(at index: Int) -> SyntheticPerson {
        let household = Self.household(of: index, in: firstPerson)
        let plan = planner.plan(at: household)
        let first = Int(firstPerson[household])
        let member = plan.members[index - first]
        let isInside = member.isPresent && plan.address != nil
        return SyntheticPerson(
            ssin: numbers[index], birthDate: numbers[index].birthDate ?? member.birth,
            sex: member.sex, lastName: member.lastName, firstNames: member.firstNames,
            civilState: civilState(of: member, first: first),
            register: plan.address == nil ? nil : member.register,
            address: isInside ? plan.address : nil, residentSince: plan.since,
            previousAddress: member.isPresent ? member.previousAddress : plan.address,
            departure: member.departure,
            household: isInside
                ? place(of: index - first, in: plan, first: first) : .outside,
            livesInCollective: plan.isCollective, licence: member.licence,
            pendingMove: isInside ? member.pendingMove : nil,
            hasProtectedAddress: member.hasProtectedAddress,
            alsoHosted: member.sharedHostingSince.map {
                SyntheticSharedHosting(
                    otherParent: member.otherParent.flatMap { characters[$0]?.ssin }, since: $0)
            },
            character: member.character)
    }

    /// The index of the household to which an item with this index belongs.
    static func household(of index: Int, in starts: [Int32]) -> Int {
        // The last household that starts at or before the index and is not empty there.
        var low = 0
        var high = starts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= index { low = middle } else { high = middle }
        }
        return low
    }

    private func civilState(of member: MemberPlan, first: Int) -> SyntheticCivilState {
        switch member.civilState {
        case .single: .single
        case .married(let other, let since): .married(to: numbers[first + other], since: since)
        case .widowed(let since): .widowed(since: since)
        case .divorced(let since): .divorced(since: since)
        }
    }

    /// When the reference person left, the next one present takes the place.
    private func place(
        of offset: Int, in plan: HouseholdPlan, first: Int
    ) -> SyntheticHouseholdPlace {
        let present = plan.members.indices.filter { plan.members[$0].isPresent }
        guard let head = present.first else { return .outside }
        let lines = present.map { line(of: $0, in: plan, first: first, isHead: $0 == head) }
        if offset == head { return .head(lines) }
        let role = plan.members[offset].role
        return .member(of: lines[0], as: role)
    }

    private func line(
        of offset: Int, in plan: HouseholdPlan, first: Int, isHead: Bool
    ) -> SyntheticMember {
        let member = plan.members[offset]
        let ssin = numbers[first + offset]
        let birth = ssin.birthDate ?? member.birth
        // A child born since then joined the household at birth.
        let since = max(plan.since, birth.earliest ?? plan.since)
        return SyntheticMember(
            ssin: ssin, lastName: member.lastName, firstNames: member.firstNames, sex: member.sex,
            birthDate: birth, role: isHead ? .head : member.role, since: since)
    }
}
