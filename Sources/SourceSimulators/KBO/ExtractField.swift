import Facts

/// One field of a row of the Crossroads Bank for Enterprises' open data.
enum ExtractField {
    /// In quotation marks.
    case text(String)
    /// `dd-mm-yyyy`, without quotation marks.
    case day(CalendarDate)
    case empty

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text):
            bytes.append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        case .day(let date):
            let day = SyntheticNumbers.padded(date.day, to: 2)
            let month = SyntheticNumbers.padded(date.month, to: 2)
            bytes.append(
                contentsOf: "\(day)-\(month)-\(SyntheticNumbers.padded(date.year, to: 4))".utf8)
        case .empty: break
        }
    }
}

extension ExtractField: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self = .text(text) }
}
