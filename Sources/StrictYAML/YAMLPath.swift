/// Paths into a document that are safe to show.
enum YAMLPath {
    private static let longest = 64

    /// The path of an entry: `grants[2].attributes`.
    static func entry(_ key: String, in path: String) -> String {
        let shown = key.utf8.prefix(longest)
        var name = "…"
        if !shown.isEmpty, shown.allSatisfy({ (0x20...0x7E).contains($0) }) {
            name = String(decoding: shown, as: UTF8.self)
            if key.utf8.count > longest { name += "…" }
        }
        return path.isEmpty ? name : "\(path).\(name)"
    }

    /// The path of an element: `grants[2]`.
    static func element(_ index: Int, in path: String) -> String { "\(path)[\(index)]" }
}
