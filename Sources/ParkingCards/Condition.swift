/// A condition of a regulation with its legal basis.
public struct Condition: Hashable, Sendable {
    public let requirement: Requirement
    public let reference: LegalReference

    public var id: ConditionID { requirement.id }
}
