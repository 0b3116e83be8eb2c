import CanonicalJSON

/// What the log says, held against what applications received.
struct Audit {
    /// The outcomes of each consult: of its answers, or `refused`.
    private var outcomes: [String: Set<String>] = [:]
    /// Intents without any outcome.
    private(set) var open: Set<String> = []

    init(_ entries: [JSONValue]) {
        for entry in entries {
            let consult = entry["consult"]?.string ?? ""
            let body = entry["body"]
            switch entry["kind"]?.string {
            case "asked": open.insert(entry["id"]?.string ?? "")
            case "answered":
                open.remove(body?["asked"]?["id"]?.string ?? "")
                outcomes[consult, default: []].insert(body?["outcome"]?.string ?? "")
            case "interrupted": open.remove(body?["asked"]?["id"]?.string ?? "")
            case "refused": outcomes[consult, default: []].insert("refused")
            default: break
            }
        }
    }

    /// The consults of which an application knows more than the log.
    func missing(from received: [String: Int]) -> [String] {
        received.compactMap { consult, status in
            let expected: Set<String> =
                switch status {
                case 200: ["found", "replaced", "notFound"]
                case 404: ["notFound"]
                case 403: ["refused"]
                default: []
                }
            let isThere = expected.isEmpty || !expected.isDisjoint(with: outcomes[consult] ?? [])
            return isThere ? nil : consult
        }
    }
}
