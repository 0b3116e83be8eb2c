import Facts

/// Something that is found out where a yes or no would not do: the thing, or why it stays open.
public enum Determination<Value: Hashable & Sendable>: Hashable, Sendable {
    case known(Value)
    case unknown(UnknownReason)
}

extension Determination {
    /// What follows from the main residence of a person. The BIS register knows none.
    static func of(_ person: Person, _ determine: (Address) -> Determination) -> Determination {
        guard let residence = person.mainResidence else {
            return .unknown(person.ssin.kind == .bis ? .nothingRegistered : .inconclusive)
        }
        return determine(residence.address)
    }
}
