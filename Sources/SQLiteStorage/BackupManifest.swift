import CanonicalJSON
public import Facts
public import TransparencyLogs

/// What a backup of the log and of the stores beside it holds, written last: a folder without one is no backup.
public struct BackupManifest: Hashable, Sendable {
    /// The number of entries in the tree, and the tree's root.
    public let size: UInt64
    public let root: TreeHash
    /// When it was made.
    public let time: Timestamp
    /// The length of the copy of the database, and its SHA-256 in hexadecimal digits.
    public let length: Int64
    public let digest: String
    /// The stores that are in it; a backup of an earlier version holds none.
    public let stores: [BackupCopy]

    /// Its name in the folder.
    static let name = "backup.json"

    init(
        size: UInt64, root: TreeHash, time: Timestamp, length: Int64, digest: String,
        stores: [BackupCopy]
    ) {
        self.size = size
        self.root = root
        self.time = time
        self.length = length
        self.digest = digest
        self.stores = stores
    }

    /// `nil` when the bytes are not such a file.
    init?(parsing bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes) else { return nil }
        var reader = JSONReader(value)
        do throws(JSONFieldIssues) {
            let version = reader.integer("version", in: 1...2)
            let stores =
                version == 1
                ? [] : reader.objects("stores") { BackupCopy(readingFrom: &$0) }
            let (_, size, root, time, length, digest, copies) = try reader.complete(
                version, reader.integer("size", in: 0...Int64.max),
                reader.string("root", expected: "a hash") { TreeHash(base64: $0) },
                reader.integer("time"), reader.integer("length", in: 0...Int64.max),
                reader.string("sha256"), stores)
            guard Set(copies.map(\.store)).count == copies.count else { return nil }
            self.init(
                size: UInt64(size), root: root, time: Timestamp(milliseconds: time),
                length: length, digest: digest, stores: copies)
        } catch {
            return nil
        }
    }

    /// `nil` only when a number is too large for JSON.
    var bytes: [UInt8]? {
        let document: JSONValue = [
            "version": 2, "size": .integer(Int64(clamping: size)), "root": .string(root.base64),
            "time": .integer(time.milliseconds), "length": .integer(length),
            "sha256": .string(digest), "stores": .array(stores.map(\.json)),
        ]
        return (try? document.canonicalBytes()).map { $0 + [0x0A] }
    }
}
