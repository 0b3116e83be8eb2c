/// The name of an attribute of the catalogue, `person.mainResidence`: lower camel case behind the
/// subject that it describes.
public enum AttributeID: String, Hashable, Sendable, CaseIterable, Comparable {
    case personName = "person.name"
    case personBirthDate = "person.birthDate"
    case personBirthPlace = "person.birthPlace"
    case personSex = "person.sex"
    case personMainResidence = "person.mainResidence"
    case personManagingMunicipality = "person.managingMunicipality"
    case personRegister = "person.register"
    case personCivilState = "person.civilState"
    case personVitalStatus = "person.vitalStatus"
    case personAddressChangePending = "person.addressChangePending"
    case personAddressProtected = "person.addressProtected"
    case personSharedHosting = "person.sharedHosting"
    case personResidenceUpdated = "person.residenceUpdated"

    case householdMembers = "household.members"
    case householdMemberNames = "household.memberNames"
    case householdRelations = "household.relations"
    case householdCollective = "household.collective"

    case licenceKind = "drivingLicence.kind"
    case licenceIssued = "drivingLicence.issued"
    case licenceExpires = "drivingLicence.expires"
    case licenceCategories = "drivingLicence.categories"
    case licenceForfeited = "drivingLicence.forfeited"

    case vehicleStatus = "vehicle.status"
    case vehiclePlateType = "vehicle.plateType"
    case vehicleCategory = "vehicle.category"
    case vehicleMake = "vehicle.make"
    case vehicleModel = "vehicle.model"
    case vehicleColours = "vehicle.colours"
    case vehicleMaximumMass = "vehicle.maximumMass"
    case vehicleDimensions = "vehicle.dimensions"
    case vehicleFirstRegistered = "vehicle.firstRegistered"
    case vehicleFuels = "vehicle.fuels"
    case vehicleIdentificationNumber = "vehicle.identificationNumber"
    case vehicleHolder = "vehicle.holder"

    case enterpriseStatus = "enterprise.status"
    case enterpriseSituation = "enterprise.situation"
    case enterpriseKind = "enterprise.kind"
    case enterpriseForm = "enterprise.form"
    case enterpriseStarted = "enterprise.started"
    case enterpriseNames = "enterprise.names"
    case enterpriseSeat = "enterprise.seat"
    case enterpriseEstablishments = "enterprise.establishments"
    case enterpriseActivities = "enterprise.activities"

    /// The subject that the attribute describes: `person`, `household`, `drivingLicence`,
    /// `vehicle` or `enterprise`.
    public var group: AttributeGroup {
        let name = rawValue.prefix { $0 != "." }
        guard let group = AttributeGroup(rawValue: String(name)) else {
            preconditionFailure("every attribute belongs to a group")
        }
        return group
    }

    public static func < (left: AttributeID, right: AttributeID) -> Bool {
        left.rawValue < right.rawValue
    }
}
