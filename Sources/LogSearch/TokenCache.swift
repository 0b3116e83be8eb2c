import ConsultLog

/// The tokens of the values of one query, made once for each data key.
struct TokenCache {
    private let keys: DataKeys
    private var indexKeys: [DataKeyID: IndexKey?] = [:]

    init(_ keys: DataKeys) { self.keys = keys }

    /// The tokens of a value under the keys of some groups. A key that is gone gives none: nothing
    /// can be found under it any more.
    mutating func tokens(of value: ConfidentialValue, in groups: [KeyGroup]) -> [SearchToken] {
        var tokens: [SearchToken] = []
        for group in groups {
            guard let id = group.key, let key = indexKey(id) else { continue }
            tokens.append(SearchToken(value, under: key))
        }
        return tokens
    }

    mutating func indexKey(_ id: DataKeyID) -> IndexKey? {
        if let known = indexKeys[id] { return known }
        let key = (try? keys.key(id))?.indexKey
        indexKeys[id] = .some(key)
        return key
    }
}
