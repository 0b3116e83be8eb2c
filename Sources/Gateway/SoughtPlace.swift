public import Facts

/// Where an establishment is looked for.
public enum SoughtPlace: Hashable, Sendable, Redacted {
    case address(SoughtAddress)
    /// Anywhere within these post codes, four digits each; never empty.
    case sector(Set<String>)

    /// Whether a register's address lies there; `nil` when it stays open.
    func contains(_ address: Address) -> Bool? {
        switch self {
        case .address(let sought): sought.matches(address)
        case .sector(let postCodes): postCodes.contains(address.postCode)
        }
    }
}
