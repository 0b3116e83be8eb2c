public import Facts

/// A set of addresses, as lists of what they lie in: any one list is enough.
public struct Area: Hashable, Sendable {
    public let municipalities: Set<NISCode>
    /// Belgian postal codes of four digits.
    public let postalCodes: Set<String>
    /// Names of streets as the address register writes them, in either language.
    public let streets: Set<String>

    public init(
        municipalities: Set<NISCode> = [], postalCodes: Set<String> = [],
        streets: Set<String> = []
    ) {
        self.municipalities = municipalities
        self.postalCodes = postalCodes
        self.streets = streets
    }
}
