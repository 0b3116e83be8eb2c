import CanonicalJSON
import Facts

extension Authorisation {
    /// The authorisation as a YAML document that reads back to the same terms.
    ///
    /// Texts are quoted as JSON quotes them, so that every reader of YAML takes them for text.
    public var yaml: String {
        var lines: [String] = []
        Self.write(terms.json, indent: "", to: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The keys in the order in which people read them; others follow.
    private static let order = [
        "id", "title", "grantedBy", "organisation", "applications", "purpose", "grants",
        "population", "validity", "knownSince", "conditions", "retention", "disclosure",
        "body", "number", "date", "label", "nl", "fr", "en",
    ]

    private static func write(
        _ value: JSONValue, indent: String, to lines: inout [String]
    ) {
        for member in (value.object ?? [:]).members.sorted(by: isBefore) {
            switch member.value {
            case .object(let inner) where !inner.isEmpty:
                lines.append("\(indent)\(member.name):")
                write(member.value, indent: indent + "  ", to: &lines)
            case .array(let elements) where !elements.isEmpty:
                lines.append("\(indent)\(member.name):")
                for element in elements { write(element: element, indent, to: &lines) }
            case .null, .bool, .integer, .number, .string, .array, .object:
                lines.append("\(indent)\(member.name): \(text(member.value))")
            }
        }
    }

    private static func write(
        element: JSONValue, _ indent: String, to lines: inout [String]
    ) {
        guard element.object?.isEmpty == false else {
            lines.append("\(indent)  - \(text(element))")
            return
        }
        var inner: [String] = []
        write(element, indent: indent + "    ", to: &inner)
        if let first = inner.first {
            inner[0] = "\(indent)  - " + first.dropFirst(indent.utf8.count + 4)
        }
        lines += inner
    }

    private static func isBefore(_ left: JSONObject.Member, _ right: JSONObject.Member) -> Bool {
        let (first, second) = (rank(left.name), rank(right.name))
        return first == second ? left.name < right.name : first < second
    }

    private static func rank(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }

    /// JSON is YAML, where it stands on one line.
    private static func text(_ value: JSONValue) -> String {
        // What was hashed can be written.
        String(decoding: (try? value.canonicalBytes()) ?? [], as: UTF8.self)
    }
}
