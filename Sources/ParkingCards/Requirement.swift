public import Facts

/// What one condition demands, with the municipality's choices.
public enum Requirement: Hashable, Sendable {
    /// A way in which the vehicle can be at the applicant's disposal: everything that it names must
    /// hold.
    public struct Disposal: Hashable, Sendable {
        /// In whose name the vehicle is registered; `nil` when that does not matter.
        public let holder: VehicleParty?
        /// The functions of which the applicant holds one in the enterprise that holds the vehicle.
        public let functions: Set<EnterpriseFunction>
        public let document: SupportingDocument.Kind?
    }

    /// In whose name a vehicle is registered, seen from the application.
    public enum VehicleParty: String, Hashable, Sendable, CaseIterable {
        case applicant
        /// The one that applies, or that signed the supporting document.
        case enterprise
    }

    case window(opens: CalendarDate?, closes: CalendarDate?)
    case plateFree
    case municipalCap
    case alive
    case adult(age: Int)
    /// In the municipality, or in the one sector that is named.
    case resident(registers: Set<PopulationRegister>, sector: SectorID?)
    case householdMember
    case sharedCustodyChild
    case addressShown
    case secondHomeTax
    case mandate
    case quota
    case enterpriseActive
    case establishmentInSector(SectorID?)
    case activity(Set<String>)
    case function(Set<EnterpriseFunction>)
    case staff(atLeast: Int)
    case careRecognised
    case disabilityCard
    case registered
    case heldBy(VehicleParty)
    case atDisposal([Disposal])
    case category(Set<VehicleCategory>)
    case maximumMass(kilograms: Int)
    case maximumLength(centimetres: Int)
    case maximumHeight(centimetres: Int)
    case plateKind(PlateKindRule)
    case lowEmission
    case carShareGroup(CarSharing)
    case anyOf([Condition])
    case mayDrive(LicenceCategory)

    public var id: ConditionID {
        switch self {
        case .window: .window
        case .plateFree: .plateFree
        case .municipalCap: .municipalCap
        case .alive: .alive
        case .adult: .adult
        case .resident: .resident
        case .householdMember: .householdMember
        case .sharedCustodyChild: .sharedCustodyChild
        case .addressShown: .addressShown
        case .secondHomeTax: .secondHomeTax
        case .mandate: .mandate
        case .quota: .quota
        case .enterpriseActive: .enterpriseActive
        case .establishmentInSector: .establishmentInSector
        case .activity: .activity
        case .function: .function
        case .staff: .staff
        case .careRecognised: .careRecognised
        case .disabilityCard: .disabilityCard
        case .registered: .registered
        case .heldBy: .heldBy
        case .atDisposal: .atDisposal
        case .category: .category
        case .maximumMass: .maximumMass
        case .maximumLength: .maximumLength
        case .maximumHeight: .maximumHeight
        case .plateKind: .plateKind
        case .lowEmission: .lowEmission
        case .carShareGroup: .carShareGroup
        case .anyOf: .anyOf
        case .mayDrive: .mayDrive
        }
    }
}
