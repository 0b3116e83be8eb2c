/// What became of keys that took the place of others. The new ones hold in either case, whatever
/// happens.
public enum KeyReplacement: Hashable, Sendable {
    /// The old ones are destroyed.
    case complete
    /// Something of the old ones is still there; the store destroys it when it is opened next or a
    /// key is added.
    case pending(NotWritten)
}
