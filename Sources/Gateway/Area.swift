public import Facts

/// A set of addresses, as lists of what they lie in: any one list is enough.
public struct Area: Hashable, Sendable {
    public let municipalities: Set<NISCode>
    /// Belgian postal codes of four digits.
    public let postalCodes: Set<String>
    /// Names of streets as the registers write them, in each language in which they do.
    public let streets: Set<String>

    public init(
        municipalities: Set<NISCode> = [], postalCodes: Set<String> = [],
        streets: Set<String> = []
    ) {
        self.municipalities = municipalities
        self.postalCodes = postalCodes
        self.streets = streets
    }

    /// Whether a register's address lies there; `nil` when a list asks for what the register does
    /// not give.
    ///
    /// Capitals, accents and punctuation in the name of a street do not count.
    func contains(_ address: Address) -> Bool? {
        let street = SoughtAddress.plain(address.street)
        let isInMunicipality = address.municipality.map(municipalities.contains)
        if postalCodes.contains(address.postCode) || isInMunicipality == true
            || streets.contains(where: { SoughtAddress.plain($0) == street })
        {
            return true
        }
        let isOpen =
            (isInMunicipality == nil && !municipalities.isEmpty)
            || (street.isEmpty && !streets.isEmpty)
        return isOpen ? nil : false
    }
}
