import Foundation

/// A Swift file of this package.
struct SourceFile {
    /// From the root of the package: `Sources/Facts/SSIN.swift`.
    let path: String
    let lines: [Substring]

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Swift files under `Sources` or `Tests`.
    static func all(under folder: String) throws -> [SourceFile] {
        let start = root.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: start.path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: start.appending(path: path), encoding: .utf8)
            return SourceFile(
                path: "\(folder)/\(path)",
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// The folders right under `Sources`.
    static func targets() throws -> Set<String> {
        let start = root.appending(path: "Sources")
        return Set(
            try FileManager.default.contentsOfDirectory(atPath: start.path)
                .filter { !$0.hasPrefix(".") })
    }

    /// The target to which the file belongs.
    var target: String { String(path.split(separator: "/")[1]) }

    /// The modules that it imports, a submodule by the name of its whole.
    var imports: Set<String> {
        var imports: Set<String> = []
        for line in lines {
            let words = line.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import"),
                words[..<keyword].allSatisfy({ Self.modifiers.contains($0) || $0.hasPrefix("@") })
            else { continue }
            let named = words.dropFirst(keyword + 1).first { !Self.kinds.contains($0) }
            if let module = named?.split(separator: ".").first { imports.insert(String(module)) }
        }
        return imports
    }

    private static let modifiers: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
    ]
}
