/// Hears how the keys of the identity provider fare.
public protocol KeySetObserver: Sendable {
    /// A key set was fetched; it holds this many keys that can be used.
    func fetched(keys: Int)
    /// The provider could not be asked, or gave none.
    func failed(_ failure: KeySetFailure)
}
