/// What a plain scalar means when more than text is asked for; stricter than YAML's core schema.
enum YAMLScalarForms {
    /// `true` or `false`, in small letters.
    static func boolean(_ text: String) -> Bool? {
        switch text {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// ASCII digits with an optional minus sign, no leading zero, within 64 bits.
    static func integer(_ text: String) -> Int64? {
        isInteger(text.utf8[...]) ? Int64(text) : nil
    }

    /// A date of the calendar as `YYYY-MM-DD`, from year 1 on.
    static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10]), year >= 1, (1...12).contains(month)
        else { return false }
        let isLeap =
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    private static func isInteger(_ text: Substring.UTF8View) -> Bool {
        let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
        guard digits.allSatisfy(isDigit) else { return false }
        return digits.count == 1 || (digits.count > 1 && digits.first != UInt8(ascii: "0"))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
