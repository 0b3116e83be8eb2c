/// The subject that a set of attributes describes; its name stands for all of them.
public enum AttributeGroup: String, Hashable, Sendable, CaseIterable {
    case person
    case household
    case drivingLicence
    case vehicle
    case enterprise

    /// Every attribute of the group, in the order of the catalogue.
    public var attributes: [AttributeID] { AttributeID.allCases.filter { $0.group == self } }

    /// The source that answers for the group.
    public var source: Source {
        switch self {
        case .person, .household: .nationalRegister
        case .drivingLicence: .drivingLicences
        case .vehicle: .vehicleRegister
        case .enterprise: .enterpriseRegister
        }
    }
}
