public import Facts

/// One invented person, with everything that the simulated register says about them.
public struct SyntheticPerson: Hashable, Sendable, Redacted {
    public let ssin: SSIN
    public let birthDate: IncompleteDate
    public let sex: Sex
    public let lastName: String
    public let firstNames: [String]
    public let civilState: SyntheticCivilState
    /// `nil` for a person of the BIS register, whom no municipality keeps.
    public let register: SyntheticRegister?
    /// `nil` for BIS numbers and for people who left.
    public let address: SyntheticAddress?
    public let residentSince: CalendarDate
    /// Where the person lived before, for questions about history.
    public let previousAddress: SyntheticAddress?
    public let departure: SyntheticDeparture?
    public let household: SyntheticHouseholdPlace
    /// Whether the household is a home or community.
    public let livesInCollective: Bool
    public let licence: SyntheticLicence
    public let pendingMove: SyntheticPendingMove?
    public let hasProtectedAddress: Bool
    /// The other parent, with whom a child also stays.
    public let alsoHosted: SyntheticSharedHosting?
    /// The demo's name for this person.
    public let character: DemoCast?

    /// The members of the household when this person is its reference person.
    public var members: [SyntheticMember]? {
        switch household {
        case .head(let members): members
        case .member, .outside: nil
        }
    }
}
