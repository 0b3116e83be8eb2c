public import Facts

/// An invented address: the streets do not exist, the municipalities and postal codes do.
public struct SyntheticAddress: Hashable, Sendable, Redacted {
    public let street: LocalizedText
    /// In the form of the register's street codes.
    public let streetCode: String
    public let houseNumber: String
    public let box: String?
    public let postCode: String
    public let municipality: NISCode
    public let municipalityName: LocalizedText

    func with(box: String?) -> SyntheticAddress {
        SyntheticAddress(
            street: street, streetCode: streetCode, houseNumber: houseNumber, box: box,
            postCode: postCode, municipality: municipality, municipalityName: municipalityName)
    }
}
