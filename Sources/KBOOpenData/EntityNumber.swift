/// Entity numbers of the extract, read from bytes into integers.
///
/// Enterprises begin with 0 or 1, establishment units with 2 to 8, branches with 9, so that the
/// three never meet. The last two digits are `97 − (first eight mod 97)`.
enum EntityNumber {
    /// The number that the bytes write, or `nil` when they write none of that kind.
    static func parse(_ bytes: Span<UInt8>, _ kind: ColumnLayout.Kind) -> Int64? {
        guard let number = undotted(bytes) else { return nil }
        let (base, check) = number.quotientAndRemainder(dividingBy: 100)
        guard check == 97 - base % 97 else { return nil }
        let lead = base / 10_000_000
        return leads(lead, fit: kind) && hasDots(bytes, enterprise: lead <= 1) ? number : nil
    }

    private static func leads(_ lead: Int64, fit kind: ColumnLayout.Kind) -> Bool {
        switch kind {
        case .enterprise: lead <= 1
        case .establishment: (2...8).contains(lead)
        case .branch: lead == 9
        case .entity: true
        case .date, .code, .text: false
        }
    }

    private static func undotted(_ bytes: Span<UInt8>) -> Int64? {
        var number: Int64 = 0
        var digits = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: ".") { continue }
            guard byte.isDigit else { return nil }
            number = number * 10 + Int64(byte - UInt8(ascii: "0"))
            digits += 1
            if digits > 10 { return nil }
        }
        return digits == 10 ? number : nil
    }

    /// `9999.999.999` for enterprises, `9.999.999.999` for the others.
    private static func hasDots(_ bytes: Span<UInt8>, enterprise: Bool) -> Bool {
        let dot = UInt8(ascii: ".")
        return enterprise
            ? bytes.count == 12 && bytes[4] == dot && bytes[8] == dot
            : bytes.count == 13 && bytes[1] == dot && bytes[5] == dot && bytes[9] == dot
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
