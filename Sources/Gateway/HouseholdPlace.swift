import Facts

/// Where the household of a person is on record.
enum HouseholdPlace<Value: Sendable>: Sendable {
    /// In the file of this person.
    case file(of: SSIN)
    /// In a file that the register did not name by number.
    case unnamed
    /// Nowhere; this is what is kept of that.
    case nowhere(Value)
}
