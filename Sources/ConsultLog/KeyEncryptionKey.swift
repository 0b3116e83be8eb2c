import AccessRights
import Crypto

/// The key that wraps the data keys. Whoever has it and the key store can read the confidential
/// fields; printing it shows its name alone.
public struct KeyEncryptionKey: Sendable, CustomStringConvertible, CustomReflectable {
    public let id: KeyEncryptionKeyID
    private let secret: SymmetricKey

    /// `nil` unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        secret = SymmetricKey(data: bytes)
        // The name is one more derivation, from which nothing leads back to the key.
        let name = HKDF<SHA256>.expand(
            pseudoRandomKey: secret, info: Array("onlyonce kek id v1".utf8), outputByteCount: 8)
        let nameBytes = unsafe name.withUnsafeBytes { unsafe Array($0) }
        guard let id = KeyEncryptionKeyID(bytes: nameBytes) else { return nil }
        self.id = id
    }

    public var description: String { "KeyEncryptionKey(\(id))" }
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }

    /// Wraps a data key, with a random nonce of 12 bytes.
    func wrap(_ key: DataKey, nonce: [UInt8]) -> WrappedDataKey {
        let secret = unsafe key.secret.withUnsafeBytes { unsafe Array($0) }
        let wrapped = Box.seal(
            secret, under: self.secret, nonce: nonce,
            authenticating: additionalData(key.id, key.period))
        return WrappedDataKey(id: key.id, period: key.period, wrappedBy: id, wrapped: wrapped)
    }

    /// Unwraps a data key.
    ///
    /// - Throws: ``KeyFailure/wrongKeyEncryptionKey`` when another key wrapped it,
    ///   ``KeyFailure/damaged(_:)`` when a byte of it or of its names was changed.
    func unwrap(_ key: WrappedDataKey) throws(KeyFailure) -> DataKey {
        guard key.wrappedBy == id else { throw .wrongKeyEncryptionKey }
        guard
            let bytes = Box.open(
                key.wrapped, under: secret, authenticating: additionalData(key.id, key.period)),
            bytes.count == 32
        else { throw .damaged(key.id) }
        return DataKey(id: key.id, period: key.period, secret: SymmetricKey(data: bytes))
    }

    private func additionalData(_ key: DataKeyID, _ period: KeyPeriod) -> [UInt8] {
        var data = Array("onlyonce data key v1\0".utf8)
        data.append(contentsOf: id.bytes)
        data.append(contentsOf: key.bytes)
        data.append(contentsOf: period.month.description.utf8)
        data.append(0)
        data.append(contentsOf: period.retention.text.utf8)
        return data
    }
}
