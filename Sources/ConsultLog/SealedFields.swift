/// The confidential fields of an entry, and the key under which they are boxed.
public struct SealedFields: Hashable, Sendable {
    public let key: DataKeyID
    public let dossier: SealedField?
    public let official: SealedField?
    public let reason: SealedField?
    public let received: SealedField?
    public let stated: SealedField?
    public let subject: SealedField?

    public subscript(field: ConfidentialField) -> SealedField? {
        switch field {
        case .dossier: dossier
        case .official: official
        case .reason: reason
        case .received: received
        case .stated: stated
        case .subject: subject
        }
    }
}
