public import Facts

/// What one condition demands, with the municipality's choices.
public enum Requirement: Hashable, Sendable {
    /// How the vehicle can be at the applicant's disposal; any one is enough.
    public enum Disposal: Hashable, Sendable {
        /// It is registered in the applicant's name.
        case heldByApplicant
        /// It is registered in the name of the enterprise that signed this document.
        case heldByEnterprise(with: SupportingDocument.Kind)
    }

    /// What follows when a source does not hold the value.
    public enum WhenMissing: String, Hashable, Sendable, CaseIterable {
        case unknown
        /// The condition is waived.
        case ignore
    }

    /// What follows when a source does not know the subject.
    public enum NotFound: String, Hashable, Sendable, CaseIterable {
        case unknown
        case no = "false"
    }

    case plateFree
    case alive
    case resident
    case quota
    case registered
    case atDisposal([Disposal])
    case category(Set<VehicleCategory>, maximumMass: Int, whenMissing: WhenMissing)
    case mayDrive(LicenceCategory, notFound: NotFound)

    public var id: ConditionID {
        switch self {
        case .plateFree: .plateFree
        case .alive: .alive
        case .resident: .resident
        case .quota: .quota
        case .registered: .registered
        case .atDisposal: .atDisposal
        case .category: .category
        case .mayDrive: .mayDrive
        }
    }
}
