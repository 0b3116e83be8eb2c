/// A postal address in Belgium as a register writes it.
public struct Address: Hashable, Sendable, Redacted {
    public let street: String
    /// The register's own code of the street, where it gives one.
    public let streetCode: String?
    public let houseNumber: String
    public let box: String?
    /// Four digits.
    public let postCode: String
    public let municipality: NISCode?
    /// The name of the municipality or locality as the register writes it.
    public let locality: String?

    public init(
        street: String, streetCode: String? = nil, houseNumber: String, box: String? = nil,
        postCode: String, municipality: NISCode? = nil, locality: String? = nil
    ) {
        self.street = street
        self.streetCode = streetCode
        self.houseNumber = houseNumber
        self.box = box
        self.postCode = postCode
        self.municipality = municipality
        self.locality = locality
    }
}
