/// The reference person (referentiepersoon, personne de référence) of the household to which a
/// person belongs.
public enum HouseholdHead: Hashable, Sendable, Redacted {
    /// The person is the reference person (information type 140 is in the own file).
    case oneself
    /// Another person is (information type 141 points to the file that holds the members).
    case another(SSIN)
    /// A member of a household of which the register names no head by number.
    case unnamed
    /// The register holds no household for the person.
    case none
}
