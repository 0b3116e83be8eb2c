/// The codes of household members that have a meaning here. They were observed, not published.
enum HouseholdRole {
    /// `FamilyRole`: the reference person, also of a household of one.
    static let referencePerson = "01"
    /// `FamilyRole`: somebody who lives in a home or community.
    static let residentOfHome = "20"
    /// `Housing`: a collective household.
    static let collectiveHousing = "05"
}
