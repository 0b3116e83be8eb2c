/// Which authorisation allowed something, in which words.
public struct AuthorisationReference: Hashable, Sendable {
    public let id: AuthorisationID
    public let hash: AuthorisationHash

    public init(id: AuthorisationID, hash: AuthorisationHash) {
        self.id = id
        self.hash = hash
    }
}
