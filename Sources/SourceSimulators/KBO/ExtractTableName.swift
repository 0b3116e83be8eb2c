/// The tables of an extract that hold entities, with their columns as published.
enum ExtractTableName: String, CaseIterable {
    case enterprise, establishment, denomination, address, contact, activity, branch

    var columns: [String] {
        switch self {
        case .enterprise:
            [
                "EnterpriseNumber", "Status", "JuridicalSituation", "TypeOfEnterprise",
                "JuridicalForm", "JuridicalFormCAC", "StartDate",
            ]
        case .establishment: ["EstablishmentNumber", "StartDate", "EnterpriseNumber"]
        case .denomination: ["EntityNumber", "Language", "TypeOfDenomination", "Denomination"]
        case .address:
            [
                "EntityNumber", "TypeOfAddress", "CountryNL", "CountryFR", "Zipcode",
                "MunicipalityNL", "MunicipalityFR", "StreetNL", "StreetFR", "HouseNumber", "Box",
                "ExtraAddressInfo", "DateStrikingOff",
            ]
        case .contact: ["EntityNumber", "EntityContact", "ContactType", "Value"]
        case .activity:
            ["EntityNumber", "ActivityGroup", "NaceVersion", "NaceCode", "Classification"]
        case .branch: ["Id", "StartDate", "EnterpriseNumber"]
        }
    }
}
