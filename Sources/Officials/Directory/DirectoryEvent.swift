import AccessRights
import ConsultLog
import Facts

/// What became of somebody in the directory, as the consult log is to hold it. Printing it shows
/// nothing.
struct DirectoryEvent: Hashable, Sendable, Redacted {
    enum Matter: Hashable, Sendable {
        case official(OfficialChange, OfficialID, Set<OfficialRole>)
        case delegation(
            DelegationChange, DelegationID, from: OfficialID?, to: OfficialID?, OfficialRole,
            until: Timestamp)
    }

    let consult: ConsultID
    let matter: Matter
    let orderer: Orderer
    let reason: StatedReason?

    /// The entries, one for each person.
    var drafts: [EntryDraft] {
        switch matter {
        case .official(let change, let name, let roles):
            return [
                draft(
                    of: name, 1,
                    .officialChanged(
                        OfficialChanged(
                            change, roles: change == .removed ? [] : roles,
                            organisation: orderer.organisation, application: orderer.application)))
            ]
        case .delegation(let change, let id, let from, let to, let role, let until):
            // Of somebody who was taken out before the name is gone.
            let people = [(DelegationParty.from, from), (.to, to)].compactMap { party, name in
                name.map { (party, $0) }
            }
            return people.enumerated().map { place, person in
                draft(
                    of: person.1, place + 1,
                    .delegationChanged(
                        DelegationChanged(
                            change, of: id, for: person.0, role: role, until: until,
                            organisation: orderer.organisation,
                            application: orderer.application)))
            }
        }
    }

    private func draft(of name: OfficialID, _ ordinal: Int, _ body: EntryBody) -> EntryDraft {
        EntryDraft(
            consult: consult, ordinal: ordinal, body: body,
            confidences: Confidences(
                subject: .official(name), official: orderer.official, reason: reason))
    }
}
