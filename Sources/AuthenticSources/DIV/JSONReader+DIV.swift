import CanonicalJSON
import Facts

/// The small shapes of the vehicle register's answers. Everything here may be absent.
extension JSONReader {
    /// `{code, description}`.
    mutating func coded(_ name: String) -> CodedValue? {
        optionalObject(name) { CodedValue(&$0) }
    }

    /// A list of `{code, description}`.
    mutating func codedList(_ name: String) -> [CodedValue]? {
        optionalObjects(name) { CodedValue(&$0) }
    }

    /// Text; an empty text says nothing.
    mutating func words(_ name: String) -> String? {
        let text = optionalString(name)
        return text?.isEmpty == true ? nil : text
    }

    /// A measure; zero says nothing.
    mutating func measure(_ name: String) -> Int? {
        let number = optionalInteger(name, in: 0...1_000_000)
        return number == 0 ? nil : number.map { Int($0) }
    }

    /// A day, with or without a time behind it. The register writes midnight UTC for a day.
    mutating func date(_ name: String) -> IncompleteDate? {
        guard let text = words(name) else { return nil }
        let day = text.prefix(10)
        let rest = text.dropFirst(10)
        guard rest.isEmpty || rest.hasPrefix("T"),
            let date = try? IncompleteDate(parsing: day)
        else {
            report(.invalid(expected: "a date"), at: name)
            return nil
        }
        return date
    }
}

extension CodedValue {
    init?(_ reader: inout JSONReader) {
        let code = reader.string("code", expected: "a code") { $0.isEmpty ? nil : $0 }
        let label = reader.words("description")
        guard let code else { return nil }
        self.init(code: code, label: label)
    }
}
