import ConsultLog

/// The intents that were indexed last: an outcome mostly follows soon.
struct IntentCache {
    /// How many there are at most in each of two generations.
    private static let generation = 32_768
    private var young: [EntryID: IndexedIntent] = [:]
    private var old: [EntryID: IndexedIntent] = [:]

    subscript(id: EntryID) -> IndexedIntent? { young[id] ?? old[id] }

    mutating func add(_ intent: IndexedIntent, _ id: EntryID) {
        if young.count == Self.generation {
            old = young
            young = [:]
        }
        young[id] = intent
    }
}
