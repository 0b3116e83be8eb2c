import Facts
import StrictYAML

/// One value of a regulation file changed, or one entry of a list left out.
struct Mutation: CustomStringConvertible {
    let path: String
    let change: String
    let bytes: [UInt8]

    /// Whether a day became an earlier one.
    var isEarlier: Bool {
        let words = change.split(separator: " ")
        return words.count == 5 && words[4] < words[2]
    }

    var description: String { "\(path): \(change)" }

    /// Every mutation of what a decision can rest on.
    static func all(of bytes: [UInt8]) throws -> [Mutation] {
        var maker = MutationMaker(text: String(decoding: bytes, as: UTF8.self))
        maker.walk(try YAMLNode(parsing: bytes), path: [], siblings: [])
        return maker.mutations
    }
}

/// Walks a regulation file and changes one thing after the other.
struct MutationMaker {
    private let lines: [Substring]
    private(set) var mutations: [Mutation] = []

    init(text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// What is text for people, or rules of the card's life, or has one possible value only.
    private static let aside: Set<String> = [
        "schema", "status", "municipality", "decided_by", "operator", "languages", "refs", "label",
        "channels", "reservation_ttl", "renewal", "sectors", "ref", "note", "per", "combine",
        "refusal", "collective_household", "per_plate", "states", "cure_states", "lifts",
        "recorded", "letter",
    ]

    private static let words: [String: String] = [
        "household": "person", "address": "dwelling_unit", "dwelling_unit": "address",
        "person": "household", "enterprise": "establishment", "establishment": "enterprise",
        "ignore": "unknown", "\"false\"": "unknown", "decision": "application",
        "application": "decision", "any_false": "nothing_unknown",
        "nothing_unknown": "any_false", "automatic": "propose", "propose": "automatic",
        "keep_while_renewed": "none", "yearly": "monthly", "monthly": "yearly",
        "notice": "block", "block": "notice", "rn.registered_since": "decision",
        "normal": "provisional", "provisional": "temporary", "temporary": "normal",
        "second_home": "normal", "B": "C", "zone-2": "zone-1",
    ]

    mutating func walk(_ node: YAMLNode, path: [String], siblings: [String]) {
        for entry in node.entries ?? [] where !isAside(entry.key, path) {
            walk(entry.value, path: path + [entry.key], siblings: [])
        }
        let elements = node.elements ?? []
        for (index, element) in elements.enumerated() {
            if element.entries != nil { leaveOut(element, path + ["\(index)"]) }
            walk(
                element, path: path + ["\(index)"], siblings: elements.compactMap(\.text))
        }
        if case .scalar(let text, let isPlain) = node.content {
            for other in others(text, path.last ?? "", isPlain, path, siblings) {
                replace(isPlain ? text : "\"\(text)\"", by: other, at: node.position, path)
            }
        }
    }

    private func isAside(_ key: String, _ path: [String]) -> Bool {
        if path.isEmpty, key == "id" { return true }
        // To whom a card is given is said once more by its conditions.
        if key == "holder", path.count == 2 { return true }
        return Self.aside.contains(key)
    }

    private func others(
        _ text: String, _ key: String, _ isPlain: Bool, _ path: [String], _ siblings: [String]
    ) -> [String] {
        if let day = try? CalendarDate(parsing: text) {
            return [day.adding(days: 1).text, day.adding(days: -1).text]
        }
        if let number = Int(text), isPlain {
            return number > 0 ? ["\(number + 1)", "\(number - 1)"] : ["\(number + 1)"]
        }
        if let amount = Double(text), isPlain { return ["\(amount + 0.01)"] }
        if text == "true" || text == "false", isPlain { return [text == "true" ? "false" : "true"] }
        if text.hasPrefix("PT") { return ["PT4H31M"] }
        if text.hasPrefix("P"), text.hasSuffix("D") {
            let days = Int(text.dropFirst().dropLast()) ?? 0
            return ["P\(days + 1)D"]
        }
        if text.hasPrefix("P"), text.hasSuffix("Y") || text.hasSuffix("M") { return ["P7M"] }
        if let other = siblings.first(where: { $0 != text }) {
            return [Int(other) == nil ? other : "\"\(other)\""]
        }
        if key == "document" { return ["garage_attestation"] }
        if key == "holder" { return [text == "applicant" ? "enterprise" : "applicant"] }
        if key == "not_found" { return [text == "unknown" ? "\"false\"" : "unknown"] }
        if key == "id" { return [text == "rn.alive" ? "mandate.valid" : "rn.alive"] }
        if let other = Self.words[isPlain ? text : "\"\(text)\""] { return [other] }
        return path.contains("waives_unknown")
            ? ["rn.adult"] : path.last == "null" ? [] : ["unheard"]
    }

    private mutating func replace(
        _ old: String, by new: String, at position: YAMLPosition, _ path: [String]
    ) {
        let line = lines[position.line - 1]
        let start = line.index(line.startIndex, offsetBy: position.column - 1)
        guard line[start...].hasPrefix(old) else { return }
        let changed = line[..<start] + new + line[start...].dropFirst(old.count)
        note(path, "\(old) becomes \(new)", position.line, String(changed))
    }

    /// Leaves out an entry of a list that stands on lines of its own.
    private mutating func leaveOut(_ node: YAMLNode, _ path: [String]) {
        let first = node.position.line - 1
        let line = lines[first]
        let indent = line.prefix { $0 == " " }.count
        guard line.dropFirst(indent).hasPrefix("- "), node.position.column == indent + 3 else {
            return
        }
        var last = first
        while last + 1 < lines.count, lines[last + 1].prefix(while: { $0 == " " }).count > indent {
            last += 1
        }
        var changed = lines.map(String.init)
        changed.removeSubrange(first...last)
        mutations.append(
            Mutation(
                path: path.joined(separator: "."), change: "line \(first + 1) left out",
                bytes: Array(changed.joined(separator: "\n").utf8)))
    }

    private mutating func note(
        _ path: [String], _ change: String, _ number: Int, _ line: String
    ) {
        var changed = lines.map(String.init)
        changed[number - 1] = line
        mutations.append(
            Mutation(
                path: path.joined(separator: "."), change: "line \(number) \(change)",
                bytes: Array(changed.joined(separator: "\n").utf8)))
    }
}
