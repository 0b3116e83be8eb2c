import Facts

/// Gives out numbers, each once: per birthday and sex the next free sequence number from 910 on.
struct NumberAllocation {
    /// How many numbers a birthday and sex have given.
    private var given: [Int: Int] = [:]

    /// A number for somebody who is nobody: born before anybody of any population.
    static let nobody = make(birth: fullDate(1911, 5, 5), sequence: 996, offset: 0)

    mutating func number(for member: MemberPlan) -> SSIN {
        let offset =
            switch member.number {
            case .national: 0
            case .bis(let isSexKnown): isSexKnown ? 40 : 20
            }
        return next(member.birth, member.sex, offset, sequence: member.sequence)
    }

    /// The BIS number that a person had before the national one.
    mutating func formerNumber(for member: MemberPlan) -> SSIN {
        next(member.birth, member.sex, 40, sequence: member.sequence)
    }

    private mutating func next(
        _ birth: IncompleteDate, _ sex: Sex, _ offset: Int, sequence: Int?
    ) -> SSIN {
        if let sequence { return Self.make(birth: birth, sequence: sequence, offset: offset) }
        var date = birth
        while true {
            let first = SyntheticNumbers.firstGeneratedSequence + (sex == .male ? 1 : 0)
            let key = Self.key(date, sex, offset)
            let sequence = first + 2 * given[key, default: 0]
            if sequence <= SyntheticNumbers.sequences.upperBound {
                given[key, default: 0] += 1
                return Self.make(birth: date, sequence: sequence, offset: offset)
            }
            date = Self.dayBefore(date)
        }
    }

    /// Only populations of millions run out of a birthday: the number then tells the day before.
    private static func dayBefore(_ date: IncompleteDate) -> IncompleteDate {
        guard case .full(let day) = date else {
            return fullDate(date.earliest?.year ?? 1950, 2, 2)
        }
        let before = day.adding(days: -1)
        return .full(SyntheticNumbers.isAvoidedBirthday(before) ? before.adding(days: -1) : before)
    }

    private static func key(_ date: IncompleteDate, _ sex: Sex, _ offset: Int) -> Int {
        let day: Int =
            switch date {
            case .year(let year): year * 1000
            case .yearMonth(let year, let month): year * 1000 + 500 + month
            case .full(let date): 10_000_000 + date.daysSinceEpoch
            }
        return (day * 2 + (sex == .male ? 1 : 0)) * 100 + offset
    }

    private static func make(birth: IncompleteDate, sequence: Int, offset: Int) -> SSIN {
        guard let ssin = try? SSIN(birth: birth, sequence: sequence, monthOffset: offset) else {
            preconditionFailure("a synthetic number is not a number")
        }
        return ssin
    }

    private static func fullDate(_ year: Int, _ month: Int, _ day: Int) -> IncompleteDate {
        CalendarDate(year: year, month: month, day: day).map { .full($0) } ?? .year(year)
    }
}
