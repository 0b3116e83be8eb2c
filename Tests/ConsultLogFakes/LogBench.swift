public import ConsultLog
public import Facts

/// A log over a storage, with keys in memory, a standing clock and seeded randomness.
public struct LogBench: Sendable {
    /// 2026-11-21T09:14:02.125Z
    public static let time = Timestamp(milliseconds: 1_795_252_442_125)

    public let log: ConsultLog
    public let reader: LogReader
    public let keys: DataKeys
    public let keyStore: InMemoryKeyStore

    public init(
        _ storage: any ConsultLogStorage, keyStore: InMemoryKeyStore = InMemoryKeyStore(),
        room: any LogRoom = AmpleRoom(), seed: UInt64 = 1, time: Timestamp = Self.time,
        onFailedSync: @escaping @Sendable () -> Void = {}
    ) async throws {
        let random = SeededRandom(seed: seed)
        self.keyStore = keyStore
        keys = try await DataKeys(
            store: keyStore, wrappedBy: Self.wrappingKey(), random: random)
        log = try await ConsultLog(
            storage: storage, keys: keys, room: room, random: random, now: { time },
            onFailedSync: onFailedSync)
        reader = LogReader(storage)
    }

    /// The key-encryption key of every bench.
    public static func wrappingKey() throws(KeyFailure) -> KeyEncryptionKey {
        guard let key = KeyEncryptionKey(bytes: [UInt8](repeating: 7, count: 32)) else {
            throw .wrongKeyEncryptionKey
        }
        return key
    }
}
