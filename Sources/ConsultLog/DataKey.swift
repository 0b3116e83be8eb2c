import Crypto

/// A key under which the confidential fields of one period are boxed. It is never written down but
/// wrapped, and printing it shows its name alone.
public struct DataKey: Sendable, CustomStringConvertible, CustomReflectable {
    public let id: DataKeyID
    public let period: KeyPeriod
    let secret: SymmetricKey
    /// The code of the derivation with what every box has in common: the key and the label.
    private let beginning: HMAC<SHA256>
    /// The key of the search index for the entries that are boxed under this one.
    public let indexKey: IndexKey

    init(id: DataKeyID, period: KeyPeriod, secret: SymmetricKey) {
        self.id = id
        self.period = period
        self.secret = secret
        var beginning = HMAC<SHA256>(key: secret)
        beginning.update(data: Array("onlyonce box v1\0".utf8))
        self.beginning = beginning
        indexKey = IndexKey(of: secret)
    }

    /// The key by which records of the repertory of references are found; another one, so that
    /// nobody who has both indexes can compare them.
    public var referenceIndexKey: IndexKey {
        IndexKey(of: secret, label: "onlyonce reference index v1")
    }

    public var description: String { "DataKey(\(id), \(period))" }
    public var customMirror: Mirror { Mirror(self, children: ["id": id, "period": period]) }

    /// The key of one box: HKDF-Expand with SHA-256 (RFC 5869 §2.3) of the data key, which is
    /// uniformly random, so that the extraction of §2.2 is left out as §3.3 allows. Of a key as long
    /// as a hash there is one block, T(1) = HMAC(data key, label and additional data, then a byte 1).
    ///
    /// - Parameter data: what the box is bound to, ``SealedField/additionalData(_:_:)``.
    func boxKey(for data: [UInt8]) -> SymmetricKey {
        var code = beginning
        code.update(data: data + [1])
        return SymmetricKey(data: code.finalize())
    }
}
