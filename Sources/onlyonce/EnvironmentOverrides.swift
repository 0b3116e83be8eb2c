import StrictYAML

/// The environment variables that override single values of the configuration:
/// `ONLYONCE_CONFIG_` and the path of the key in capitals, `ONLYONCE_CONFIG_API_PORT` for
/// `api.port`.
struct EnvironmentOverrides {
    private static let prefix = "ONLYONCE_CONFIG_"
    private let values: [String: String]
    private(set) var unused: Set<String>

    init(_ environment: [String: String]) {
        values = environment.filter { $0.key.hasPrefix(Self.prefix) }
        unused = Set(values.keys)
    }

    /// Puts the values in the place of those of the file. A variable that names no value of the
    /// file stays in `unused`.
    mutating func apply(to node: YAMLNode) -> YAMLNode {
        var used: Set<String> = []
        let overridden = node.replacingScalars { path in
            let name = Self.prefix + path.map { $0.uppercased() }.joined(separator: "_")
            guard let value = values[name] else { return nil }
            used.insert(name)
            return value
        }
        unused.subtract(used)
        return overridden
    }
}
