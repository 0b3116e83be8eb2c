import CanonicalJSON
import Facts

/// One thing that two versions of an authorisation say differently.
public struct TermsDifference: Hashable, Sendable, CustomStringConvertible {
    /// How they differ; values are written as they stand in the document.
    public enum Change: Hashable, Sendable {
        case added(String)
        case removed(String)
        case replaced(String, by: String)
    }

    /// Where: `grants.attributes`, `validity.until`.
    public let path: String
    public let change: Change

    /// What the second says differently, in the order of the paths.
    public static func between(_ first: Authorisation, _ second: Authorisation)
        -> [TermsDifference]
    {
        between(first.terms.json, second.terms.json, at: "")
    }

    /// One line for a person.
    public var description: String {
        switch change {
        case .added(let value): "\(path): \(value) is added"
        case .removed(let value): "\(path): \(value) is taken away"
        case .replaced(let old, let new): "\(path): \(new) instead of \(old)"
        }
    }

    private static func between(
        _ first: JSONValue?, _ second: JSONValue?, at path: String
    ) -> [TermsDifference] {
        if first == second { return [] }
        guard let first else {
            return second.map { [TermsDifference(path: path, change: .added(text($0)))] } ?? []
        }
        guard let second else {
            return [TermsDifference(path: path, change: .removed(text(first)))]
        }
        if let old = first.object, let new = second.object {
            let names = Set((old.members + new.members).map(\.name)).sorted()
            return names.flatMap { name in
                between(old[name], new[name], at: path.isEmpty ? name : "\(path).\(name)")
            }
        }
        if let old = first.array, let new = second.array {
            let (before, after) = (Set(old), Set(new))
            let changes =
                old.filter { !after.contains($0) }.map { Change.removed(text($0)) }
                + new.filter { !before.contains($0) }.map { Change.added(text($0)) }
            // The same elements in another order.
            if !changes.isEmpty { return changes.map { TermsDifference(path: path, change: $0) } }
        }
        return [TermsDifference(path: path, change: .replaced(text(first), by: text(second)))]
    }

    private static func text(_ value: JSONValue) -> String {
        if let text = value.string { return text }
        return String(decoding: (try? value.canonicalBytes()) ?? [], as: UTF8.self)
    }
}
