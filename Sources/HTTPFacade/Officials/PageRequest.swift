/// A request of a browser.
struct PageRequest: Sendable {
    /// What stands behind the `?`, decoded, each name once.
    let parameters: [String: String]
    /// What the browser keeps for us, by name.
    let cookies: [String: String]

    /// - Parameter field: what its `Cookie` says (RFC 6265 §4.2.1).
    init(parameters: [String: String], cookies field: String?) {
        self.parameters = parameters
        var cookies: [String: String] = [:]
        for pair in (field ?? "").split(separator: ";").prefix(50) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let name = parts[0].drop { $0 == " " }
            if cookies[String(name)] == nil { cookies[String(name)] = String(parts[1]) }
        }
        self.cookies = cookies
    }
}
