import ConsultLog

/// The tokens of the values of one query, made once for each data key.
struct TokenCache {
    private let keys: DataKeys
    private var known: [DataKeyID: DataKey?] = [:]

    init(_ keys: DataKeys) { self.keys = keys }

    /// The tokens of a value under the keys of some groups. A key that is gone gives none: nothing
    /// can be found under it any more.
    mutating func tokens(of value: ConfidentialValue, in groups: [KeyGroup]) -> [SearchToken] {
        var tokens: [SearchToken] = []
        for group in groups {
            guard let id = group.key, let key = key(id) else { continue }
            tokens.append(SearchToken(value, under: key.indexKey))
        }
        return tokens
    }

    /// A data key, `nil` when it is gone.
    mutating func key(_ id: DataKeyID) -> DataKey? {
        if let key = known[id] { return key }
        let key = try? keys.key(id)
        known[id] = .some(key)
        return key
    }
}
