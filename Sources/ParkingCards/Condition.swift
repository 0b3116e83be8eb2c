/// A condition of a regulation with its legal basis.
public struct Condition: Hashable, Sendable {
    public let requirement: Requirement
    public let reference: LegalReference
    public let choices: ConditionChoices

    public var id: ConditionID { requirement.id }

    /// Its place in the order of examination: a group stands where its first member would.
    var order: Int {
        if case .anyOf(let members) = requirement {
            return members.map(\.order).min() ?? id.order
        }
        return id.order
    }
}
