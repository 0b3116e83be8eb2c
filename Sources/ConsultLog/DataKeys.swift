import Crypto
import Synchronization

/// The data keys of a log, unwrapped in memory.
///
/// A key is durable in its store before it is used the first time.
public actor DataKeys {
    private struct Known {
        var byID: [DataKeyID: DataKey] = [:]
        var byPeriod: [KeyPeriod: DataKey] = [:]

        /// What is there when the keys of some periods are gone.
        func without(_ periods: Set<KeyPeriod>) -> Known {
            var rest = Known()
            for key in byID.values where !periods.contains(key.period) { rest.add(key) }
            return rest
        }

        mutating func add(_ key: DataKey) {
            byID[key.id] = key
            // A store put back from a copy can hold two keys of one period: both open, one seals,
            // and every start picks the same.
            if let other = byPeriod[key.period],
                other.id.bytes.lexicographicallyPrecedes(key.id.bytes)
            {
                return
            }
            byPeriod[key.period] = key
        }
    }

    private let store: any DataKeyStore
    private var wrappingKey: KeyEncryptionKey
    private let random: any RandomSource
    /// Read by every caller in parallel, outside the actor.
    private nonisolated let known: Mutex<Known>
    private var making: [KeyPeriod: Task<Result<DataKey, KeyFailure>, Never>] = [:]
    private var replacing: Task<Result<KeyReplacement, KeyFailure>, Never>?

    /// Reads and unwraps every key of the store.
    ///
    /// - Throws: ``KeyFailure`` when the store cannot be read, or a key was changed or was wrapped
    ///   by another key-encryption key.
    public init(
        store: any DataKeyStore, wrappedBy wrappingKey: KeyEncryptionKey,
        random: any RandomSource = SystemRandom()
    ) async throws(KeyFailure) {
        var keys = Known()
        for wrapped in try await store.keys() { keys.add(try wrappingKey.unwrap(wrapped)) }
        self.store = store
        self.wrappingKey = wrappingKey
        self.random = random
        known = Mutex(keys)
    }

    /// Returns the key of that name.
    ///
    /// - Throws: ``KeyFailure/unknown(_:)``.
    public nonisolated func key(_ id: DataKeyID) throws(KeyFailure) -> DataKey {
        guard let key = known.withLock({ $0.byID[id] }) else { throw .unknown(id) }
        return key
    }

    /// Returns the key under which entries of the period are boxed, and makes it when there is none.
    ///
    /// - Throws: ``KeyFailure/notStored(_:)`` when a new key could not be made durable.
    public nonisolated func key(for period: KeyPeriod) async throws(KeyFailure) -> DataKey {
        if let key = known.withLock({ $0.byPeriod[period] }) { return key }
        return try await make(for: period)
    }

    /// The names of every key, by period.
    public nonisolated var names: [KeyPeriod: [DataKeyID]] {
        known.withLock { known in
            known.byID.values.reduce(into: [:]) { names, key in
                names[key.period, default: []].append(key.id)
            }
        }
    }

    /// Destroys the keys of some periods and wraps all others by another key-encryption key, in one
    /// step: after a crash the store holds the old keys or the new ones, never both.
    ///
    /// New keys wait meanwhile.
    ///
    /// - Throws: ``KeyFailure/notStored(_:)`` only when all is as it was.
    public func destroy(
        _ periods: Set<KeyPeriod>, wrappingOthersBy key: KeyEncryptionKey
    ) async throws(KeyFailure) -> KeyReplacement {
        while true {
            if let replacing {
                _ = await replacing.value
            } else if let task = making.values.first {
                _ = await task.value
            } else {
                break
            }
        }
        // It outlives a caller that is cancelled: what became of the keys must be known.
        let task = Task { await replace(known.withLock { $0.without(periods) }, by: key) }
        replacing = task
        return try await task.value.get()
    }

    private func replace(
        _ rest: Known, by key: KeyEncryptionKey
    ) async -> Result<KeyReplacement, KeyFailure> {
        defer { replacing = nil }
        let wrapped = rest.byID.values.map { dataKey in
            key.wrap(dataKey, nonce: random.bytes(Box.nonceLength))
        }
        do throws(KeyFailure) {
            let replacement = try await store.replaceAll(with: wrapped)
            known.withLock { $0 = rest }
            wrappingKey = key
            return .success(replacement)
        } catch {
            return .failure(error)
        }
    }

    private func make(for period: KeyPeriod) async throws(KeyFailure) -> DataKey {
        // A key that is wrapped now would be wrapped by a key that is about to be destroyed.
        while let replacing { _ = await replacing.value }
        // While the actor waited for its turn, somebody else may have made it.
        if let key = known.withLock({ $0.byPeriod[period] }) { return key }
        if let task = making[period] { return try await task.value.get() }
        // It outlives a caller that is cancelled: others wait for the same key.
        let task = Task { await makeAndKeep(for: period) }
        making[period] = task
        return try await task.value.get()
    }

    private func makeAndKeep(for period: KeyPeriod) async -> Result<DataKey, KeyFailure> {
        defer { making[period] = nil }
        guard let id = DataKeyID(bytes: random.bytes(16)) else {
            preconditionFailure("a random source gives as many bytes as it is asked for")
        }
        let key = DataKey(id: id, period: period, secret: SymmetricKey(data: random.bytes(32)))
        let wrapped = wrappingKey.wrap(key, nonce: random.bytes(Box.nonceLength))
        do throws(KeyFailure) {
            try await store.add(wrapped)
        } catch {
            return .failure(error)
        }
        known.withLock { $0.add(key) }
        return .success(key)
    }
}
