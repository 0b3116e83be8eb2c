/// The sample applications that have a client certificate; the raw value is the application's id
/// and the common name of its certificate.
public enum ApplicationName: String, Hashable, Sendable, CaseIterable {
    case parkingSchaerbeek = "parking-schaerbeek"
    case housingAgency = "housing-agency"
    case taxDepartment = "tax-department"
    case dpoConsole = "dpo-console"
    /// Has a valid certificate and is registered nowhere.
    case stranger

    /// The organisation that runs the application, as in its certificate.
    public var organisation: String {
        switch self {
        case .parkingSchaerbeek: "Municipality of Schaerbeek"
        case .housingAgency: "Brussels Housing Agency"
        case .taxDepartment: "Brussels Tax Department"
        case .dpoConsole: "OnlyOnce Data Protection Office"
        case .stranger: "Unregistered Organisation"
        }
    }
}
