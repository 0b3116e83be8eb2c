import Facts

/// The numbers of invented people, vehicles and enterprises.
///
/// **None of them may ever belong to somebody.** The registers give sequence numbers of a birthday
/// from 001 (male) and 002 (female) upwards, so 900 to 996 are out of reach on every day but
/// 1 January and 1 July, where unknown birthdays are gathered; those two days are never used.
/// The numbers still satisfy the check digits and the official `SsinType`. Plates start with 7:
/// the ordinary series of 2010 have reached 2. Enterprise numbers lie below the first one that the
/// Crossroads Bank gave (0200…) or above what it will give for long (1.7 billion), establishment
/// units start with 8.
enum SyntheticNumbers {
    /// The sequence numbers that invented people may have.
    static let sequences = 900...996
    /// Those of the demo's characters, chosen by hand; everybody else comes after them.
    static let firstGeneratedSequence = 910

    /// Whether a birthday gathers people with unknown birthdays.
    static func isAvoidedBirthday(_ date: CalendarDate) -> Bool {
        date.day == 1 && (date.month == 1 || date.month == 7)
    }

    // Plates: a bijection of the index, so that a plate is found without a table.
    private static let plateCount = 26 * 26 * 26 * 1000
    private static let plateStep = 7_368_787
    private static let plateShift = 4_217_131

    /// The plate of the vehicle with this index (below 17,576,000).
    static func plate(at index: Int) -> Plate? {
        guard (0..<plateCount).contains(index) else { return nil }
        let number = (index * plateStep + plateShift) % plateCount
        let letters = number / 1000
        let text = [letters / 676, letters / 26 % 26, letters % 26].map(letter).joined()
        return try? Plate(parsing: "7" + text + padded(number % 1000, to: 3))
    }

    /// The index of the vehicle with this plate, or `nil` when the plate is not of our series.
    static func vehicleIndex(of plate: Plate) -> Int? {
        let bytes = Array(plate.text.utf8)
        guard bytes.count == 7, bytes[0] == 0x37,
            bytes[1...3].allSatisfy({ (0x41...0x5A).contains($0) }),
            let digits = number(bytes[4...6])
        else { return nil }
        let letters = bytes[1...3].reduce(0) { $0 * 26 + Int($1 - 0x41) }
        let shifted = letters * 1000 + digits - plateShift + plateCount
        return shifted % plateCount * inverse(of: plateStep, modulo: plateCount) % plateCount
    }

    /// The number of the enterprise with this index: 0199.900.xxx to 0199.999.xxx for the first
    /// thousand, then from 1700.000.0xx on.
    static func enterprise(at index: Int) -> EnterpriseNumber? {
        try? EnterpriseNumber(base: index < 1000 ? 1_999_000 + index : 17_000_000 + index)
    }

    /// The number of the establishment unit with this index, from 8.000.000.0xx on.
    static func establishment(at index: Int) -> EstablishmentUnitNumber? {
        try? EstablishmentUnitNumber(base: 80_000_000 + index)
    }

    /// A number written with at least `width` digits.
    static func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func letter(_ index: Int) -> String {
        String(UnicodeScalar(UInt8(0x41 + index)))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The extended Euclidean algorithm.
    private static func inverse(of value: Int, modulo modulus: Int) -> Int {
        var (old, rest, oldFactor, factor) = (value, modulus, 1, 0)
        while rest != 0 {
            let quotient = old / rest
            (old, rest) = (rest, old - quotient * rest)
            (oldFactor, factor) = (factor, oldFactor - quotient * factor)
        }
        return (oldFactor % modulus + modulus) % modulus
    }
}
