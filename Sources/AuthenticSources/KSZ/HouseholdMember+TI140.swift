import Facts
import Gateway
import XMLDocuments

extension HouseholdMember {
    /// Reads one entry of a file's list of members.
    init(registered entry: XMLElement) throws(SourceFailure) {
        let place = RegisterPart.familyMembers.place
        var name: PersonName?
        if let element = entry.first("Name") {
            name = try PersonName(registered: element, in: "\(place)/Name")
        }
        self.init(
            ssin: try entry.relatedNumber(in: place), name: name,
            relation: try entry.coded("FamilyRole", in: place), since: try entry.date(in: place))
    }

    /// The same member under a number that the entry left out.
    func named(_ ssin: SSIN) -> HouseholdMember {
        HouseholdMember(ssin: ssin, name: name, relation: relation, since: since)
    }

    /// Whether the entry is the reference person's own: by number, or by role without a number.
    func isReferencePerson(_ head: SSIN) -> Bool {
        if let ssin { return ssin == head }
        return relation?.code == HouseholdRole.referencePerson
    }
}
