import ConsultLog

/// Turns entries into rows of the index. Of what is boxed it opens the subject, the official and
/// the dossier.
struct EntryIndexing {
    private var dataKeys: TokenCache
    private var intents = IntentCache()
    private var clear: [ClearValue: SearchToken] = [:]
    private var lastGroup: KeyGroup?

    private struct ClearValue: Hashable {
        let field: ClearField
        let text: String
    }

    init(_ keys: DataKeys) { dataKeys = TokenCache(keys) }

    /// What an entry is found by: its own tokens, and those of the intent of which it is the outcome.
    struct Found {
        var own: (group: KeyGroup, tokens: [SearchToken])
        var inherited: (group: KeyGroup, tokens: [SearchToken])?
        /// Whether a box did not open although its key is there.
        var isDamaged = false
    }

    /// The intent of which an entry is the outcome, when it must be read to index the entry.
    func missingIntent(of entry: SearchableEntry) -> EntryName? {
        guard let asked = entry.asked, intents[asked] == nil else { return nil }
        return EntryName(asked, of: entry.consult)
    }

    /// Makes an intent known that stands further back.
    mutating func note(intent entry: SearchableEntry) {
        if entry.kind == .asked { _ = found(entry) }
    }

    mutating func found(_ entry: SearchableEntry) -> Found {
        let group = group(of: entry)
        var found = Found(own: (group, []))
        let subject = token(of: .subject, entry, &found.isDamaged)
        if let subject { found.own.tokens.append(subject) }
        for field in [ConfidentialField.official, .dossier] {
            if let token = token(of: field, entry, &found.isDamaged) {
                found.own.tokens.append(token)
            }
        }
        for (field, text) in entry.clear {
            if let text { found.own.tokens.append(token(field, text)) }
        }
        if entry.kind == .asked {
            let others = found.own.tokens.dropFirst(subject == nil ? 0 : 1)
            intents.add(
                IndexedIntent(group: group, subject: subject, others: Array(others)), entry.id)
        }
        if let asked = entry.asked, let intent = intents[asked] {
            // Whoever is only listed is found by their own number.
            let subject = entry.isListed ? nil : intent.subject
            found.inherited = (intent.group, intent.others + (subject.map { [$0] } ?? []))
        }
        return found
    }

    /// The group of an entry: mostly that of the entry before.
    private mutating func group(of entry: SearchableEntry) -> KeyGroup {
        let period = KeyPeriod(retention: entry.retention, consult: entry.consult)
        if let last = lastGroup, last.key == entry.key, last.period == period { return last }
        let group = KeyGroup(period: period, key: entry.key)
        lastGroup = group
        return group
    }

    /// The token of a confidential field; one whose key is gone is not there.
    private mutating func token(
        of field: ConfidentialField, _ entry: SearchableEntry, _ isDamaged: inout Bool
    ) -> SearchToken? {
        guard let name = entry.key, let key = dataKeys.key(name) else { return nil }
        do throws(DisclosureFailure) {
            return try entry.token(of: field, under: key.indexKey, opening: key)
                .map { SearchToken($0) }
        } catch {
            isDamaged = true
            return nil
        }
    }

    private mutating func token(_ field: ClearField, _ text: String) -> SearchToken {
        let value = ClearValue(field: field, text: text)
        if let known = clear[value] { return known }
        let token = SearchToken(field, text)
        if clear.count >= 4096 { clear = [:] }
        clear[value] = token
        return token
    }
}

extension SearchableEntry {
    /// What it says in clear.
    fileprivate var clear: [(ClearField, String?)] {
        [
            (.organisation, organisation), (.application, application), (.purpose, purpose),
            (.authorisation, authorisation), (.source, source), (.outcome, outcome),
        ]
    }
}
