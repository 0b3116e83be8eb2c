import CanonicalJSON

/// Hits as comma-separated values (RFC 4180), the names of the columns first.
///
/// Every cell stands between quotes, and one that a spreadsheet would take for a formula begins with
/// an apostrophe.
public enum CSVExport {
    public static var header: String { line(HitRecord.names) }

    public static func line(_ record: HitRecord) -> String {
        line(HitRecord.names.map { text(record[$0]) })
    }

    private static func text(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .array(let elements): elements.map { text($0) }.joined(separator: " ")
        case .bool, .number, .object, .null, nil: ""
        }
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    /// By scalars: a character that joins another must not hide it.
    private static func cell(_ text: String) -> String {
        var quoted = "\""
        if let first = text.unicodeScalars.first, isDangerous(first) { quoted += "'" }
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        case _: false
        }
    }
}
