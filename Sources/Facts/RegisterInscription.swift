/// The register in which a person is inscribed (information type 210).
public struct RegisterInscription: Hashable, Sendable, Redacted {
    /// The registers of which the codes have been observed; no official list is published.
    public enum Register: Hashable, Sendable {
        case population
        case foreigners
        case europeanOfficials
        case waiting
        case other(code: String)
    }

    public let register: Register
    public let since: IncompleteDate?

    public init(register: Register, since: IncompleteDate?) {
        self.register = register
        self.since = since
    }
}
