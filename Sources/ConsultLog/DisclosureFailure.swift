/// Why a confidential field cannot be laid open. It never holds a part of the content.
public enum DisclosureFailure: Error, Hashable, Sendable {
    /// The entry has no such field.
    case absent
    /// There is no key, or it cannot be used.
    case noKey(KeyFailure)
    /// The key, the entry or a byte of the box is another than when it was sealed.
    case doesNotOpen
    /// What was boxed is not what the entry's hash promises.
    case hashDiffers
    /// Not a triple of salt, name and value.
    case malformed
}
