/// Why one key-encryption key could not follow another. Its text names files, variables and
/// commands, never what is in them.
public struct SuccessionFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
