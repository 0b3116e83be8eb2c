import HTTPTypes

/// What stands behind the `?` of a URL. No operation with a body takes any of it: what is asked
/// stands in the body, because URLs end up in the logs of whatever they pass.
enum Query {
    /// How many parameters are named at most.
    private static let most = 10

    /// The names of the parameters as they were written, each once; not their values. A parameter
    /// may have an empty name.
    static func names(in request: HTTPRequest) -> [String] {
        guard let target = request.path, let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        else { return [] }
        var names: [String] = []
        for parameter in target[target.utf8.index(after: mark)...].utf8.split(
            separator: UInt8(ascii: "&"), maxSplits: most)
        {
            let name = String(
                Substring(parameter.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "&") }))
            if !names.contains(name) { names.append(name) }
        }
        return Array(names.prefix(most))
    }
}
