/// The groups of a segment that is being made, each with its number.
struct GroupTable {
    private(set) var groups: [KeyGroup]
    private var numbers: [KeyGroup: UInt16]
    /// What was asked for last, which is mostly asked for next.
    private var last: (group: KeyGroup, number: UInt16)?

    init(_ groups: [KeyGroup] = []) {
        self.groups = groups
        numbers = Dictionary(
            uniqueKeysWithValues: groups.enumerated().map { ($1, UInt16($0)) })
    }

    /// The number of a group, which is added when it is new.
    ///
    /// A range of entries has fewer data keys than fit: it would take thousands of years of months.
    mutating func number(of group: KeyGroup) -> UInt16 {
        if let last, last.group == group { return last.number }
        if let number = numbers[group] {
            last = (group, number)
            return number
        }
        precondition(groups.count < Int(UInt16.max), "a group has 16 bits")
        let number = UInt16(groups.count)
        groups.append(group)
        numbers[group] = number
        return number
    }
}
