/// The main residence (hoofdverblijfplaats, résidence principale) of a person: information type
/// 020, with the managing municipality of information type 001.
public struct Residence: Hashable, Sendable, Redacted {
    public let address: Address
    /// Since when the register knows the person at the address.
    public let since: IncompleteDate?

    public init(address: Address, since: IncompleteDate?) {
        self.address = address
        self.since = since
    }
}
