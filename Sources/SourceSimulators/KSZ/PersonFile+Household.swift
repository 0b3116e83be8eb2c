import Facts
import XMLDocuments

/// The household: its members in the file of the reference person (type 140), the reference
/// person in the files of the others (type 141).
extension PersonFile {
    var familyMembers: XMLElement? {
        guard case .head(let members) = person.household else { return nil }
        return list(
            "FamilyMembers",
            members.map { entry("FamilyMember", $0, role: $0.role, since: $0.since, type: "140") })
    }

    var headOfFamily: XMLElement? {
        guard case .member(let head, let role) = person.household else { return nil }
        let since = max(person.residentSince, person.birthDate.earliest ?? person.residentSince)
        return E.element(
            "HeadOfFamily",
            [entry("HeadOfFamily", head, role: role, since: since, type: "141")])
    }

    private func entry(
        _ name: String, _ member: SyntheticMember, role: SyntheticRole, since: CalendarDate,
        type: String
    ) -> XMLElement {
        let housing =
            person.livesInCollective
            ? E.coded("Housing", "05", language == .nl ? "Collectief" : "Collectif")
            : E.coded("Housing", "00", nil)
        return E.element(
            name,
            [
                E.date(since), housing,
                E.coded("FamilyRole", role.rawValue, role.label[language]), E.number(member),
                E.name(member.lastName, member.firstNames),
            ], type: type)
    }
}
