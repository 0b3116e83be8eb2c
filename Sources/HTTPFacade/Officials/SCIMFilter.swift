import ConsultLog
import Officials

/// The one filter that is known: `userName eq "…"` (RFC 7644 §3.4.2.2).
struct SCIMFilter: Sendable {
    /// `nil` when the name can be nobody's.
    let userName: OfficialID?

    /// - Throws: ``Problem`` when it is another one.
    init(parsing text: String) throws(Problem) {
        guard let quote = text.firstIndex(of: "\""), text.last == "\"",
            text.index(after: quote) < text.endIndex
        else { throw Self.unknown }
        let words = text[..<quote].split(separator: " ").map { $0.lowercased() }
        let name = words.first.map { $0.split(separator: ":").last.map(String.init) ?? $0 }
        guard words.count == 2, name == "username", words[1] == "eq" else { throw Self.unknown }
        let content = text[text.index(after: quote)...].dropLast()
        guard !content.contains("\""), !content.contains("\\") else { throw Self.unknown }
        userName = OfficialID(named: String(content))
    }

    /// Whether the name is written like a national number (eleven digits, with or without what
    /// stands between them): such a one is personal, and stands in no URL.
    var namesByNationalNumber: Bool {
        guard let name = userName?.text else { return false }
        let digits = name.unicodeScalars.filter { ("0"..."9").contains($0) }
        let others = name.unicodeScalars.filter { !("0"..."9").contains($0) }
        return digits.count == 11 && others.allSatisfy { " .-/".unicodeScalars.contains($0) }
    }

    private static var unknown: Problem {
        .scim(.invalidFilter, "the only filter that is known is userName eq \"…\"")
    }
}
