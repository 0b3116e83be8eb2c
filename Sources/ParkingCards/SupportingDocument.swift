public import Facts

/// A document that the applicant hands in for what no source publishes. It binds what it is about
/// to a person, a vehicle or an enterprise for some time.
public struct SupportingDocument: Hashable, Sendable, Redacted {
    public let kind: Kind
    /// The enterprise that signed it, or that it is about.
    public let enterprise: EnterpriseNumber?
    /// The person whom it names.
    public let person: SSIN?
    /// The vehicle that it names.
    public let plate: Plate?
    /// The first and the last day for which it holds.
    public let period: ValidityPeriod
    /// The paid staff that it declares.
    public let headcount: Int?

    public init(
        _ kind: Kind, by enterprise: EnterpriseNumber? = nil, for person: SSIN?,
        plate: Plate? = nil, period: ValidityPeriod, headcount: Int? = nil
    ) {
        self.kind = kind
        self.enterprise = enterprise
        self.person = person
        self.plate = plate
        self.period = period
        self.headcount = headcount
    }
}
