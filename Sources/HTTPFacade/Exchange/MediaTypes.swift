/// What a request says of the media types that it sends and accepts (RFC 9110 §8.3, §12.5.1).
enum MediaTypes {
    static let json = "application/json"
    /// JSON of the personnel system (RFC 7644 §3.1).
    static let scim = "application/scim+json"

    /// Whether a body with this `Content-Type` is JSON in UTF-8.
    static func isJSON(_ contentType: String?, _ types: Set<String> = [json]) -> Bool {
        guard let contentType else { return false }
        if types.contains(contentType) { return true }
        let parts = contentType.split(separator: ";").map(trimmed)
        guard let type = parts.first, types.contains(type) else { return false }
        return parts.dropFirst().allSatisfy { parameter in
            !parameter.hasPrefix("charset=")
                || ["charset=utf-8", "charset=\"utf-8\""].contains(parameter)
        }
    }

    /// Whether a client with this `Accept` takes JSON.
    static func acceptsJSON(_ accept: String?) -> Bool {
        guard let accept else { return true }
        if accept == "*/*" || accept == "application/json" { return true }
        var best: (rank: Int, isWanted: Bool)?
        for range in accept.split(separator: ",") {
            let parts = range.split(separator: ";").map(trimmed)
            let rank: Int
            switch parts.first {
            case "application/json": rank = 2
            case "application/*": rank = 1
            case "*/*": rank = 0
            default: continue
            }
            let isRefused = parts.dropFirst().contains {
                $0.hasPrefix("q=0") && $0.dropFirst(3).allSatisfy { $0 == "." || $0 == "0" }
            }
            if rank >= best?.rank ?? 0 { best = (rank, !isRefused) }
        }
        return best?.isWanted ?? false
    }

    private static func trimmed(_ part: Substring) -> String {
        var part = part
        while part.first == " " || part.first == "\t" { part.removeFirst() }
        while part.last == " " || part.last == "\t" { part.removeLast() }
        return part.lowercased()
    }
}
