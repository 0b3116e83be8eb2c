/// The types of information of a file that are read here, by the element that holds them.
enum RegisterPart: String, Sendable, CaseIterable {
    case nationalNumber = "NationalNumber"
    case residences = "FileOwner"
    case addressChangeIntention = "AddressChangeIntention"
    case names = "Names"
    case addressChangeDeclaration = "AddressChangeDeclaration"
    case mainAddresses = "LegalMainAddresses"
    case sharedHostings = "SharedHostings"
    case birthPlace = "BirthPlace"
    case civilStates = "CivilStates"
    case familyMembers = "FamilyMembers"
    case headOfFamily = "HeadOfFamily"
    case deceases = "Deceases"
    case licences = "DrivingLicenses"
    case oldLicences = "DrivingLicensesOldModel"
    case registers = "RegistrationRegisters"
    case residenceUpdates = "ResidenceUpdateDates"
    case notCommunicable = "NotCommunicable"

    /// The element of one entry inside the group; `nil` where the schema allows one entry, which
    /// then stands in the file itself.
    var entry: String? {
        switch self {
        case .nationalNumber, .addressChangeDeclaration, .birthPlace, .notCommunicable: nil
        case .residences: "Residences"
        case .addressChangeIntention: "Address"
        case .names: "Name"
        case .mainAddresses: "LegalMainAddress"
        case .sharedHostings: "SharedHosting"
        case .civilStates: "CivilState"
        case .familyMembers: "FamilyMember"
        case .headOfFamily: "HeadOfFamily"
        case .deceases: "Decease"
        case .licences, .oldLicences: "DrivingLicense"
        case .registers: "RegistrationRegister"
        case .residenceUpdates: "ResidenceUpdateDate"
        }
    }

    /// Where an entry stands, for a failure that names the place.
    var place: String { entry.map { "\(rawValue)/\($0)" } ?? rawValue }
}
