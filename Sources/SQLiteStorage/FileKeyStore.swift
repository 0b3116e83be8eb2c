public import ConsultLog
import Foundation

/// Keeps wrapped data keys in a directory, one file of mode 0600 for each, so that to destroy a key
/// is to destroy a file.
public struct FileKeyStore: DataKeyStore {
    private let directory: String
    private let queue = BlockingQueue("onlyonce.keys")

    /// Opens the store; the directory is made when it does not exist. Backups of the database
    /// leave it out.
    ///
    /// A directory that others could enter is closed to them here, before any key is read, and not
    /// refused: the keys in it are wrapped and in files that only their owner can read.
    ///
    /// - Throws: ``KeyStoreFailure``, naming the directory.
    public static func open(at directory: String) async throws(KeyStoreFailure) -> FileKeyStore {
        let store = FileKeyStore(directory: directory)
        try await store.queue.run { () throws(KeyStoreFailure) in
            do throws(FolderFailure) {
                try PrivateFolder.ensure(directory)
            } catch {
                throw KeyStoreFailure(path: directory, reason: error)
            }
        }
        return store
    }

    private init(directory: String) { self.directory = directory }

    public func keys() async throws(KeyFailure) -> [WrappedDataKey] {
        try await queue.run { () throws(KeyFailure) in try read() }
    }

    public func add(_ key: WrappedDataKey) async throws(KeyFailure) {
        try await queue.run { () throws(KeyFailure) in
            do throws(NotWritten) {
                // Otherwise the end of the replacement would destroy the new key too.
                try replacement.finish()
                try DurableFile.write(
                    WrappedKeyFile.bytes(of: key),
                    to: directory + "/" + WrappedKeyFile.name(of: key))
            } catch {
                throw .notStored(error)
            }
        }
    }

    public func replaceAll(
        with keys: [WrappedDataKey]
    ) async throws(KeyFailure) -> KeyReplacement {
        try await queue.run { () throws(KeyFailure) in
            do throws(NotWritten) {
                try replacement.finish()
                try replacement.decide(keys)
            } catch {
                throw .notStored(error)
            }
            do throws(NotWritten) {
                try replacement.finish()
            } catch {
                return .pending(error)
            }
            return .complete
        }
    }

    private var replacement: KeyStoreReplacement { KeyStoreReplacement(directory: directory) }

    private func read() throws(KeyFailure) -> [WrappedDataKey] {
        // What was decided holds; that it cannot be finished now is no reason not to read it.
        if let decided = try replacement.decided() {
            do throws(NotWritten) { try replacement.finish() } catch { return decided }
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw .unreadable
        }
        var keys: [WrappedDataKey] = []
        // What was never moved to its place was never used.
        for name in names where name.hasSuffix(WrappedKeyFile.suffix) {
            guard let content = FileManager.default.contents(atPath: directory + "/" + name),
                let key = WrappedKeyFile.key(in: Array(content)),
                WrappedKeyFile.name(of: key) == name
            else { throw .malformed(file: name) }
            keys.append(key)
        }
        return keys
    }
}
