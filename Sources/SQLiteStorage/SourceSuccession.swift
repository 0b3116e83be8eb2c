public import ConsultLog
import Foundation

/// Lets a new key-encryption key follow the one of a source.
public struct SourceSuccession: WrappingKeySuccession {
    /// What the operator gives along.
    public enum Given: Sendable {
        /// Nothing: a new key is made, which is possible for a file alone.
        case nothing
        /// The new key itself, where the present one comes from the environment.
        case key(KeyEncryptionKey)
        /// The file of the new wrapped key, where a command unwraps.
        case wrappedKey(String)
    }

    private let source: KeyEncryptionKeySource
    private let given: Given
    private let random: any RandomSource
    private let queue = BlockingQueue("onlyonce.succession")

    public init(
        _ source: KeyEncryptionKeySource, given: Given = .nothing,
        random: any RandomSource = SystemRandom()
    ) {
        self.source = source
        self.given = given
        self.random = random
    }

    public func next() async throws(SuccessionFailure) -> KeyEncryptionKey {
        try await onQueue { () throws(KeySourceFailure) in
            switch (source, given) {
            case (.variable, .key(let key)): return key
            case (.file(let path), .nothing):
                source.discardNext()
                do throws(KeyFileFailure) {
                    return try KeyEncryptionKey.create(
                        at: path + KeyEncryptionKeySource.nextSuffix, random: random)
                } catch {
                    throw .file(error)
                }
            case (.command(let command), .wrappedKey(let file)):
                try Self.copy(file, to: command.wrappedKey + KeyEncryptionKeySource.nextSuffix)
                return try source.nextKey()
            case (.file, _), (.variable, _), (.command, _): throw .keys(.unreadable)
            }
        }
    }

    public func promote() async throws(SuccessionFailure) {
        try await onQueue { () throws(KeySourceFailure) in try source.promoteNext() }
    }

    public func discard() async { await queue.run { source.discardNext() } }

    /// What the operator has to give along but did not, or the other way round; `nil` when all is
    /// well.
    public var mistake: String? {
        switch (source, given) {
        case (.file, .nothing), (.variable, .key), (.command, .wrappedKey): nil
        case (.file, _): "the new key is made in the file of the present one: none may be given"
        case (.variable, _): "the key comes from the environment: the new one must be given too"
        case (.command, _): "a command unwraps the key: the new wrapped key must be given"
        }
    }

    private func onQueue<Value: Sendable>(
        _ work: @escaping @Sendable () throws(KeySourceFailure) -> Value
    ) async throws(SuccessionFailure) -> Value {
        if let mistake { throw SuccessionFailure(mistake) }
        do throws(KeySourceFailure) {
            return try await queue.run(work)
        } catch {
            throw SuccessionFailure(error.description)
        }
    }

    private static func copy(_ file: String, to path: String) throws(KeySourceFailure) {
        guard let content = FileManager.default.contents(atPath: file), !content.isEmpty else {
            throw .file(.unreadable(path: file))
        }
        do throws(NotWritten) {
            try DurableFile.write(Array(content), to: path)
        } catch {
            throw .file(.notWritten(path: path, error))
        }
    }
}
