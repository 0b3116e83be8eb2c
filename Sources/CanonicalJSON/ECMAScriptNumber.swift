/// Numbers as ECMAScript writes them (ECMA-262 `Number::toString`, RFC 8785 §3.2.2.3).
enum ECMAScriptNumber {
    /// The text of a finite number. The digits are Swift's: the shortest that read back exactly,
    /// and the nearest of those; only the layout differs.
    static func text(_ value: Double) -> String {
        precondition(value.isFinite, "only finite numbers have a text")
        guard value != 0 else { return "0" }
        let (digits, exponent) = decimal(value.magnitude)
        let sign = value < 0 ? "-" : ""
        return sign + layOut(digits, exponent)
    }

    /// Significant digits `d1d2…dk` and `n` with value = 0.d1d2…dk × 10^n.
    private static func decimal(_ value: Double) -> (digits: [UInt8], exponent: Int) {
        let parts = value.description.utf8.split(separator: UInt8(ascii: "e"))
        let significand = parts[0].split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let exponent = parts.count > 1 ? Int(String(parts[1]) ?? "") ?? 0 : 0
        let whole = Array(significand[0])
        let digits = whole + (significand.count > 1 ? Array(significand[1]) : [])
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        var significant = Array(digits.dropFirst(leadingZeros))
        while significant.last == UInt8(ascii: "0") { significant.removeLast() }
        return (significant, whole.count + exponent - leadingZeros)
    }

    private static func layOut(_ digits: [UInt8], _ exponent: Int) -> String {
        let text = { (part: ArraySlice<UInt8>) in String(decoding: part, as: UTF8.self) }
        let zeros = { (count: Int) in String(repeating: "0", count: count) }
        let count = digits.count
        switch exponent {
        case count...21 where count <= 21:
            return text(digits[...]) + zeros(exponent - count)
        case 1...21:
            return text(digits[..<exponent]) + "." + text(digits[exponent...])
        case -5...0:
            return "0." + zeros(-exponent) + text(digits[...])
        default:
            let power = exponent - 1
            let fraction = count > 1 ? "." + text(digits[1...]) : ""
            return text(digits[..<1]) + fraction + "e" + (power < 0 ? "-" : "+")
                + String(power.magnitude)
        }
    }
}
