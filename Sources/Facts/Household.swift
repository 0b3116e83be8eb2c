/// The people registered as one household, as they stand now (information type 140 in the file of
/// the reference person).
///
/// A household has no identifier that outlives a change of reference person. Membership is
/// reliable; the relation codes are not always (says the Crossroads Bank), so nothing is decided
/// on them.
public struct Household: Hashable, Sendable, Redacted {
    public var members: [HouseholdMember]
    /// A home or community, whose residents do not form one family (housing code `05`, role `20`);
    /// `nil` where it was not asked.
    public let isCollective: Bool?

    public init(members: [HouseholdMember], isCollective: Bool?) {
        self.members = members
        self.isCollective = isCollective
    }
}
