import HTTPTypes

/// What stands behind the `?` of a URL. No operation with a body takes any of it: what is asked
/// stands in the body, because URLs end up in the logs of whatever they pass.
enum Query {
    /// How many parameters are named at most.
    private static let most = 10

    /// The parameters with their values, percent-encoding undone; of those with one name the first.
    static func parameters(in request: HTTPRequest) -> [String: String] {
        guard let target = request.path, let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        else { return [:] }
        var parameters: [String: String] = [:]
        for parameter in target[target.utf8.index(after: mark)...].split(
            separator: "&", maxSplits: most)
        {
            let parts = parameter.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(parts[0]), parameters[name] == nil else { continue }
            parameters[name] = parts.count == 2 ? decoded(parts[1]) : ""
        }
        return parameters
    }

    /// `nil` when it is not well-formed percent-encoding of UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit),
                    let low = rest.popFirst().flatMap(digit)
                else { return nil }
                bytes.append(high << 4 | low)
            case _: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case _: nil
        }
    }

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
