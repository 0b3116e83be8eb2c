public import Facts

/// A document that the applicant hands in for what no source publishes. It binds a vehicle to a
/// person for some time.
public struct SupportingDocument: Hashable, Sendable, Redacted {
    /// The kinds of documents; the raw value is the word in a regulation file.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An employer lets the person use the vehicle permanently (attest van de werkgever,
        /// attestation de l'employeur).
        case employerAttestation = "employer_attestation"
    }

    public let kind: Kind
    /// The enterprise that signed it and holds the vehicle.
    public let enterprise: EnterpriseNumber
    /// The person whom it names.
    public let person: SSIN
    /// The vehicle that it names.
    public let plate: Plate
    /// The first and the last day for which it holds.
    public let period: ValidityPeriod

    public init(
        _ kind: Kind, by enterprise: EnterpriseNumber, for person: SSIN, plate: Plate,
        period: ValidityPeriod
    ) {
        self.kind = kind
        self.enterprise = enterprise
        self.person = person
        self.plate = plate
        self.period = period
    }
}
