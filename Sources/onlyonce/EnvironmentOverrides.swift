import StrictYAML

/// The environment variables that override single values of the configuration:
/// `ONLYONCE_CONFIG_` and the path of the key in capitals, `ONLYONCE_CONFIG_API_PORT` for
/// `api.port`.
struct EnvironmentOverrides {
    private static let prefix = "ONLYONCE_CONFIG_"
    private let texts: [[String]: String]
    /// The variables that begin like ours and name no key, in the order of their names.
    let unknown: [String]

    init(_ environment: [String: String]) {
        var rest = environment.filter { $0.key.hasPrefix(Self.prefix) }
        var texts: [[String]: String] = [:]
        for path in ConfigurationKeys.all {
            texts[path] = rest.removeValue(forKey: Self.variable(for: path))
        }
        self.texts = texts
        unknown = rest.keys.sorted()
    }

    /// The name of the variable that sets a key.
    static func variable(for path: [String]) -> String {
        prefix + path.map { $0.uppercased() }.joined(separator: "_")
    }

    /// Puts the values in the place of those of the file, also of keys that are absent there.
    func apply(to node: YAMLNode) -> YAMLNode {
        texts.reduce(node) { $0.setting($1.value, at: $1.key) }
    }
}
