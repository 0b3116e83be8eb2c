/// Why a folder cannot be the key store.
public struct KeyStoreFailure: Error, Hashable, Sendable {
    public let path: String
    public let reason: FolderFailure
}

extension KeyStoreFailure: CustomStringConvertible {
    public var description: String { "the key store \(path) \(reason)" }
}
