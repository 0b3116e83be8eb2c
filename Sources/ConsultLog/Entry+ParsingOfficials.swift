import AccessRights
import CanonicalJSON
import Facts

// The kinds that are about officials.
extension JSONReader {
    mutating func officialChanged() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .officialChanged)
        let (organisation, application) = orderer()
        guard
            let change = string("change", expected: "a change", { OfficialChange(rawValue: $0) }),
            let roles = strings("roles", expected: "a role", { OfficialRole(rawValue: $0) }),
            let retention = retention()
        else { return nil }
        let changed = OfficialChanged(
            change, roles: Set(roles), organisation: organisation, application: application,
            retention: retention)
        return (.officialChanged(changed), fields)
    }

    mutating func delegationChanged() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .delegationChanged)
        let (organisation, application) = orderer()
        guard
            let change = string("change", expected: "a change", { DelegationChange(rawValue: $0) }),
            let delegation = uuid("delegation"),
            let party = string("party", expected: "a party", { DelegationParty(rawValue: $0) }),
            let role = string("role", expected: "a role", { OfficialRole(rawValue: $0) }),
            let until = integer("until"), let retention = retention()
        else { return nil }
        let changed = DelegationChanged(
            change, of: DelegationID(delegation), for: party, role: role,
            until: Timestamp(milliseconds: until), organisation: organisation,
            application: application, retention: retention)
        return (.delegationChanged(changed), fields)
    }

    private mutating func orderer() -> (EnterpriseNumber?, ApplicationID?) {
        let organisation = optionalString("organisation", expected: "an enterprise number") {
            try EnterpriseNumber(parsing: $0)
        }
        let application = optionalString("application", expected: "a name") {
            try ApplicationID(parsing: $0)
        }
        return (organisation, application)
    }
}
