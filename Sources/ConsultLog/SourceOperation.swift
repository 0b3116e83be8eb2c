public import Facts

/// What can be asked of the sources: one look-up about one subject.
public enum SourceOperation: String, Hashable, Sendable, CaseIterable {
    case person
    case householdHead
    case householdMembers
    case drivingLicences
    case vehicleRegistration
    case enterprise
    /// Who holds a function in an enterprise: nobody can be asked, for no source publishes it.
    case enterpriseFunctions

    /// The source that is asked.
    public var source: Source {
        switch self {
        case .person, .householdHead, .householdMembers: .nationalRegister
        case .drivingLicences: .drivingLicences
        case .vehicleRegistration: .vehicleRegister
        case .enterprise, .enterpriseFunctions: .enterpriseRegister
        }
    }
}
