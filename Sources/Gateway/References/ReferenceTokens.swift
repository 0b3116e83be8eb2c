/// The tokens of both fields of a dossier, under one key: together they stand for one subject and
/// one name.
public struct ReferenceTokens: Hashable, Sendable {
    public let subject: UInt64
    public let dossier: UInt64

    public init(subject: UInt64, dossier: UInt64) {
        self.subject = subject
        self.dossier = dossier
    }
}
