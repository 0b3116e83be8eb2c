import Facts
import Gateway
import XMLDocuments

extension HouseholdHead {
    /// Reads from a person's file whose file holds the household.
    ///
    /// Members (type 140) make the person the reference person; a head (141) makes the person a
    /// member of another's household. When a file holds both, the later date counts.
    init(_ file: RegisterFile, of ssin: SSIN) throws(SourceFailure) {
        let members = try file.current(.familyMembers)
        guard let head = try file.current(.headOfFamily) else {
            self = members == nil ? .none : .oneself
            return
        }
        let place = RegisterPart.headOfFamily.place
        if let members {
            let asHead = try members.date(in: RegisterPart.familyMembers.place)
            guard RegisterFile.isBefore(asHead, try head.date(in: place)) else {
                self = .oneself
                return
            }
        }
        let role = try head.coded("FamilyRole", in: place).code
        if let number = try head.relatedNumber(in: place) {
            self = number == ssin ? .oneself : .another(number)
        } else if role == HouseholdRole.referencePerson {
            self = .oneself
        } else {
            self = .unnamed
        }
    }

    /// Whether the file, without a list of members, is that of somebody who lives alone: type 141
    /// with the role of reference person and nobody else's number.
    static func isAlone(_ file: RegisterFile) throws(SourceFailure) -> Bool {
        let place = RegisterPart.headOfFamily.place
        guard let entry = try file.current(.headOfFamily) else { return false }
        guard try entry.relatedNumber(in: place) == nil else { return false }
        return try entry.coded("FamilyRole", in: place).code == HouseholdRole.referencePerson
    }
}
