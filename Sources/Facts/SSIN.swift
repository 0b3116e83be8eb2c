/// A social security identification number (INSZ/NISS) of a natural person: the national register
/// number (rijksregisternummer, numéro de registre national) or a number of the BIS register.
///
/// The last two digits check the first nine: `97 − (n mod 97)`, where `n` is prefixed with a `2` for
/// people born from 2000 on. Printing the number hides it; code that needs it says ``digits``.
/// (Royal decree of 3 April 1984; information type 000 of the National Register; BIS: the
/// Crossroads Bank adds 20 to the month when the sex is unknown and 40 when it is known.)
public struct SSIN: Hashable, Sendable, Redacted {
    /// The register that gave the number.
    public enum Kind: Hashable, Sendable {
        case national
        case bis
    }

    /// The eleven digits.
    public let digits: String
    public let kind: Kind
    /// The century that the check digits prove.
    private let century: Int

    /// Reads eleven digits without punctuation.
    ///
    /// - Throws: ``InvalidIdentifier``, which never contains the text.
    public init(parsing text: some StringProtocol) throws(InvalidIdentifier) {
        let digits = try Digits(text, count: 11, kind: .ssin)
        let month = digits[2..<4]
        switch month {
        case 0...12: kind = .national
        case 20...32, 40...52: kind = .bis
        default: throw InvalidIdentifier(.ssin, .date)
        }
        guard digits[4..<6] <= 31 else { throw InvalidIdentifier(.ssin, .date) }
        guard (1...998).contains(digits[6..<9]) else {
            throw InvalidIdentifier(.ssin, .sequence)
        }
        let base = digits[0..<9]
        let check = digits[9..<11]
        // The 1900s first, as the registers do: no number satisfies both, because the prefix
        // changes the remainder.
        if check == 97 - base % 97 {
            century = 1900
        } else if check == 97 - (2_000_000_000 + base) % 97 {
            century = 2000
        } else {
            throw InvalidIdentifier(.ssin, .checkDigits)
        }
        self.digits = digits.text
    }

    /// The number for a birth date and a sequence number, with its check digits.
    ///
    /// `monthOffset` is 0 for the national register, 20 or 40 for BIS.
    public init(
        birth: IncompleteDate, sequence: Int, monthOffset: Int = 0
    ) throws(InvalidIdentifier) {
        let (year, month, day): (Int, Int, Int) =
            switch birth {
            case .year(let year): (year, 0, 1)
            case .yearMonth(let year, let month): (year, month, 0)
            case .full(let date): (date.year, date.month, date.day)
            }
        guard (1900...2099).contains(year) else { throw InvalidIdentifier(.ssin, .date) }
        let text =
            Digits.padded(year % 100, to: 2) + Digits.padded(month + monthOffset, to: 2)
            + Digits.padded(day, to: 2) + Digits.padded(sequence, to: 3)
        let base = try Digits(text, count: 9, kind: .ssin)[0..<9]
        let check = 97 - (year >= 2000 ? 2_000_000_000 + base : base) % 97
        try self.init(parsing: text + Digits.padded(check, to: 2))
    }

    /// The birth date that the number carries, or `nil` when it carries none.
    ///
    /// A birth year of `00` without a month is the notation for an unknown date (`1900/00/01`,
    /// `2000/00/01`).
    public var birthDate: IncompleteDate? {
        guard let all = try? Digits(digits, count: 11, kind: .ssin) else { return nil }
        let year = century + all[0..<2]
        let month = all[2..<4] % 20
        let day = all[4..<6]
        if month == 0 {
            // Without a month the day counts the numbers that were given out.
            return all[0..<2] == 0 ? nil : .year(year)
        }
        return IncompleteDate(year: year, month: month, day: day) ?? .yearMonth(year, month: month)
    }

    /// The sex that the sequence number carries (odd: male), or `nil` for a BIS number that was
    /// given out before the sex was known.
    public var sex: Sex? {
        guard let all = try? Digits(digits, count: 11, kind: .ssin) else { return nil }
        if (20...32).contains(all[2..<4]) { return nil }
        return all[6..<9] % 2 == 1 ? .male : .female
    }
}
