import AccessRights
import CanonicalJSON
import Facts

/// A reason as the log writes it: its code, the name that it concerns, and the day if one counts.
extension RefusalReason {
    func write(to writer: inout CanonicalWriter) {
        writer.raw("{\"code\":")
        writer.string(code)
        if let day {
            writer.raw(",\"day\":")
            writer.string(day.text)
        }
        if let name {
            writer.raw(",\"name\":")
            writer.string(name)
        }
        writer.raw("}")
    }

    init?(readingFrom reader: inout JSONReader) {
        guard let code = reader.string("code") else { return nil }
        let name = reader.optionalString("name")
        let day = reader.optionalString("day", expected: "a day") { try CalendarDate(parsing: $0) }
        guard let reason = Self(code: code, name: name, day: day) else {
            reader.report(.invalid(expected: "a known reason"), at: "code")
            return nil
        }
        self = reason
    }
}
