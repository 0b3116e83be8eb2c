/// Leaves out what belongs to some groups, and numbers the others anew.
struct GroupFilter {
    /// The groups that stay.
    let groups: [KeyGroup]
    private let numbers: [UInt16?]

    init(_ groups: [KeyGroup], without isGone: (KeyGroup) -> Bool) {
        var kept = GroupTable()
        numbers = groups.map { isGone($0) ? nil : kept.number(of: $0) }
        self.groups = kept.groups
    }

    func row(_ row: IndexRow) -> IndexRow? {
        numbers[Int(row.group)].map { row.regrouped($0) }
    }

    func mark(_ mark: EntryMark) -> EntryMark {
        guard !mark.isNone, let number = numbers[Int(mark.group)] else { return .none }
        return mark.regrouped(number)
    }
}
