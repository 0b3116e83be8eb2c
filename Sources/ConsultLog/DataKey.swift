import Crypto

/// A key under which the confidential fields of one period are boxed. It is never written down but
/// wrapped, and printing it shows its name alone.
public struct DataKey: Sendable, CustomStringConvertible, CustomReflectable {
    public let id: DataKeyID
    public let period: KeyPeriod
    let secret: SymmetricKey

    init(id: DataKeyID, period: KeyPeriod, secret: SymmetricKey) {
        self.id = id
        self.period = period
        self.secret = secret
    }

    public var description: String { "DataKey(\(id), \(period))" }
    public var customMirror: Mirror { Mirror(self, children: ["id": id, "period": period]) }

    /// The key of one box: HKDF-Expand with SHA-256 (RFC 5869 §2.3) of the data key, which is
    /// uniformly random, so that the extraction of §2.2 is left out as §3.3 allows.
    func boxKey(of entry: EntryID, _ field: ConfidentialField) -> SymmetricKey {
        var info = Array("onlyonce box v1\0".utf8)
        info.append(contentsOf: SealedField.additionalData(entry, field))
        return HKDF<SHA256>.expand(pseudoRandomKey: secret, info: info, outputByteCount: 32)
    }
}
