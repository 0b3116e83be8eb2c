import Facts
import Gateway
import XMLDocuments

extension Household {
    /// Reads the present household from the file of its reference person.
    ///
    /// Every entry that has not ended is a member; of two entries with one number the later
    /// counts. The list may leave out the reference person or the number in the own entry: the
    /// household always has the reference person, under `head`.
    /// - Throws: ``SourceFailure`` when the file holds no household, because then it is not the
    ///   file of a reference person.
    init(_ file: RegisterFile, head: SSIN) throws(SourceFailure) {
        let entries = file.open(.familyMembers)
        guard !entries.isEmpty else {
            guard try HouseholdHead.isAlone(file) else {
                throw .unintelligible(.unexpectedValue(element: RegisterPart.familyMembers.place))
            }
            self.init(members: [.referencePerson(head)], isCollective: false)
            return
        }
        var members: [HouseholdMember] = []
        var places: [SSIN: Int] = [:]
        for entry in entries {
            var member = try HouseholdMember(registered: entry)
            if member.ssin == nil, places[head] == nil, member.isReferencePerson(head) {
                member = member.named(head)
            }
            guard let ssin = member.ssin else {
                members.append(member)
                continue
            }
            if let index = places[ssin] {
                if RegisterFile.isBefore(members[index].since, member.since) {
                    members[index] = member
                }
            } else {
                places[ssin] = members.count
                members.append(member)
            }
        }
        if places[head] == nil { members.insert(.referencePerson(head), at: 0) }
        self.init(members: members, isCollective: entries.contains(where: Self.isCollective))
    }

    private static func isCollective(_ entry: XMLElement) -> Bool {
        entry.first("Housing")?["Code"] == HouseholdRole.collectiveHousing
            || entry.first("FamilyRole")?["Code"] == HouseholdRole.residentOfHome
    }
}

extension HouseholdMember {
    /// The reference person, when the register's list leaves the own entry out.
    fileprivate static func referencePerson(_ ssin: SSIN) -> HouseholdMember {
        HouseholdMember(
            ssin: ssin, name: nil,
            relation: CodedValue(code: HouseholdRole.referencePerson, label: nil), since: nil)
    }
}
