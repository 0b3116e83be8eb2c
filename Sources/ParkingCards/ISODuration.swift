/// The few forms of ISO 8601 durations that a regulation uses.
enum ISODuration {
    /// The number in `P<number><unit>`: ASCII digits, no leading zero, at most four.
    static func number(in text: String, unit: Character) -> Int? {
        guard text.first == "P", text.last == unit else { return nil }
        return count(text.dropFirst().dropLast())
    }

    /// A whole number of at most four ASCII digits without leading zero.
    static func count(_ digits: Substring) -> Int? {
        guard (1...4).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            digits == "0" || digits.first != "0"
        else { return nil }
        return Int(digits)
    }
}
