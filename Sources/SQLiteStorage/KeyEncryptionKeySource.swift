public import ConsultLog
import Foundation

/// From where the key-encryption key comes.
public enum KeyEncryptionKeySource: Hashable, Sendable {
    /// A file that holds 32 bytes in base64.
    case file(String)
    /// An environment variable that does.
    case variable(String)
    case command(UnwrapCommand)

    /// What the file of the next key is called while the present one is still needed.
    static let nextSuffix = ".next"

    /// The file that holds the key, wrapped or not.
    var path: String? {
        switch self {
        case .file(let path): path
        case .variable: nil
        case .command(let command): command.wrappedKey
        }
    }

    /// Reads the key and unwraps the data keys of a store with it.
    ///
    /// Where a change of key was cut off, it is brought to its end here: what the store holds
    /// decides which of the two keys is the present one.
    ///
    /// - Throws: ``KeySourceFailure``.
    public func dataKeys(
        in store: any DataKeyStore, random: any RandomSource = SystemRandom(),
        environment: [String: String]
    ) async throws(KeySourceFailure) -> DataKeys {
        let queue = BlockingQueue("onlyonce.wrapping")
        let present = try await queue.run { () throws(KeySourceFailure) in
            try key(environment)
        }
        do throws(KeyFailure) {
            let keys = try await DataKeys(store: store, wrappedBy: present, random: random)
            // Nothing was wrapped by the next key, if there is one.
            await queue.run { discardNext() }
            return keys
        } catch {
            guard error == .wrongKeyEncryptionKey, let next = nextPath,
                unsafe access(next, F_OK) == 0
            else { throw .keys(error) }
        }
        let next = try await queue.run { () throws(KeySourceFailure) in try nextKey() }
        do throws(KeyFailure) {
            let keys = try await DataKeys(store: store, wrappedBy: next, random: random)
            // The old key goes now or at the next start; nothing is wrapped by it any more.
            await queue.run { try? promoteNext() }
            return keys
        } catch {
            throw .keys(error)
        }
    }

    /// The present key. It blocks.
    func key(_ environment: [String: String]) throws(KeySourceFailure) -> KeyEncryptionKey {
        switch self {
        case .file(let path): return try Self.read(path)
        case .command(let command): return try command.unwrap(command.wrappedKey)
        case .variable(let name):
            guard let key = environment[name].flatMap(Self.key(inBase64:)) else {
                throw .variable(name)
            }
            return key
        }
    }

    /// The key in a text of 32 bytes in base64.
    public static func key(inBase64 text: String) -> KeyEncryptionKey? {
        Data(base64Encoded: text.filter { !$0.isWhitespace })
            .flatMap { KeyEncryptionKey(bytes: Array($0)) }
    }

    static func read(_ path: String) throws(KeySourceFailure) -> KeyEncryptionKey {
        do throws(KeyFileFailure) {
            return try KeyEncryptionKey(contentsOf: path)
        } catch {
            throw .file(error)
        }
    }

    /// The file of the next key.
    var nextPath: String? { path.map { $0 + Self.nextSuffix } }

    /// The next key, from its file. It blocks.
    func nextKey() throws(KeySourceFailure) -> KeyEncryptionKey {
        switch self {
        case .file(let path): try Self.read(path + Self.nextSuffix)
        case .command(let command): try command.unwrap(command.wrappedKey + Self.nextSuffix)
        case .variable(let name): throw .variable(name)
        }
    }

    /// Puts the file of the next key in the place of the present one. It blocks.
    func promoteNext() throws(KeySourceFailure) {
        guard let path, let nextPath else { return }
        do throws(NotWritten) {
            try DurableFile.replace(path, with: nextPath)
        } catch {
            throw .file(.notWritten(path: path, error))
        }
    }

    /// Forgets the next key. It blocks.
    func discardNext() {
        guard let nextPath else { return }
        try? DurableFile.destroy(nextPath)
    }
}
