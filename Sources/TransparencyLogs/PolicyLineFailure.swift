/// What is wrong with a line of a policy.
public enum PolicyLineFailure: Error, Hashable {
    /// It is none of the four kinds, has too few or too many words, or a forbidden character.
    case malformed
    /// The verifier key cannot be read, or is not of a log or of a witness.
    case wrongKey
    /// The key stands in an earlier line of the kind.
    case repeatedKey
    /// The name is taken, or it is `none`.
    case repeatedName
    /// No earlier line defines the name.
    case unknownName
    /// The name is already a member of a group.
    case repeatedMember
    /// The threshold is not between 1 and the number of members.
    case wrongThreshold
    /// An earlier line says the quorum.
    case secondQuorum
}
