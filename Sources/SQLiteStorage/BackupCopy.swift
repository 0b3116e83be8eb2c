import CanonicalJSON

/// A copy of a database in a backup.
public struct BackupCopy: Hashable, Sendable {
    public let store: BackupStore
    /// The length of the copy, and its SHA-256 in hexadecimal digits.
    public let length: Int64
    public let digest: String

    init(store: BackupStore, length: Int64, digest: String) {
        self.store = store
        self.length = length
        self.digest = digest
    }

    init?(readingFrom reader: inout JSONReader) {
        let store = reader.string("name", expected: "a store") { BackupStore(rawValue: $0) }
        let length = reader.integer("length", in: 0...Int64.max)
        let digest = reader.string("sha256")
        guard let store, let length, let digest else { return nil }
        self.init(store: store, length: length, digest: digest)
    }

    var json: JSONValue {
        [
            "name": .string(store.rawValue), "length": .integer(length), "sha256": .string(digest),
        ]
    }
}
