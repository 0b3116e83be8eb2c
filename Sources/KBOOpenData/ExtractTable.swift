/// A table of the extract: its file, its columns as published, and what the replica makes of it.
enum ExtractTable: String, CaseIterable {
    case code
    case enterprise
    case establishment
    case denomination
    case address
    case contact
    case activity
    case branch

    /// The file of a full extract.
    var fileName: String { rawValue + ".csv" }
    /// The file of an update with the keys whose rows go.
    var deleteFileName: String { rawValue + "_delete.csv" }
    /// The file of an update with the rows that come.
    var insertFileName: String { rawValue + "_insert.csv" }

    /// Whether the replica keeps the rows.
    ///
    /// Telephone numbers and addresses for mail are in no attribute that can be asked, and many
    /// are a sole trader's own: they are left out.
    var isKept: Bool { self != .contact }

    /// Whether an update has delete and insert files for it; the codes always come whole.
    var isUpdatedInParts: Bool { self != .code }

    /// The column that says whose rows these are.
    var key: ColumnLayout { columns[0] }

    /// The columns in the published order (Cookbook KBO Open Data R018).
    var columns: [ColumnLayout] {
        switch self {
        case .code:
            [
                ColumnLayout("Category", .code), ColumnLayout("Code", .code),
                ColumnLayout("Language", .code), ColumnLayout("Description", .text),
            ]
        case .enterprise:
            [
                ColumnLayout("EnterpriseNumber", .enterprise), ColumnLayout("Status", .code),
                ColumnLayout("JuridicalSituation", .code),
                ColumnLayout("TypeOfEnterprise", .code), ColumnLayout("JuridicalForm", .text),
                ColumnLayout("JuridicalFormCAC", .text), ColumnLayout("StartDate", .date),
            ]
        case .establishment:
            [
                ColumnLayout("EstablishmentNumber", .establishment),
                ColumnLayout("StartDate", .date), ColumnLayout("EnterpriseNumber", .enterprise),
            ]
        case .denomination:
            [
                ColumnLayout("EntityNumber", .entity), ColumnLayout("Language", .code),
                ColumnLayout("TypeOfDenomination", .code), ColumnLayout("Denomination", .code),
            ]
        case .address:
            [
                ColumnLayout("EntityNumber", .entity), ColumnLayout("TypeOfAddress", .code),
                ColumnLayout("CountryNL", .text), ColumnLayout("CountryFR", .text),
                ColumnLayout("Zipcode", .text), ColumnLayout("MunicipalityNL", .text),
                ColumnLayout("MunicipalityFR", .text), ColumnLayout("StreetNL", .text),
                ColumnLayout("StreetFR", .text), ColumnLayout("HouseNumber", .text),
                ColumnLayout("Box", .text), ColumnLayout("ExtraAddressInfo", .text),
                ColumnLayout("DateStrikingOff", .date),
            ]
        case .contact:
            [
                ColumnLayout("EntityNumber", .entity), ColumnLayout("EntityContact", .code),
                ColumnLayout("ContactType", .code), ColumnLayout("Value", .text),
            ]
        case .activity:
            [
                ColumnLayout("EntityNumber", .entity), ColumnLayout("ActivityGroup", .code),
                ColumnLayout("NaceVersion", .code), ColumnLayout("NaceCode", .code),
                ColumnLayout("Classification", .code),
            ]
        case .branch:
            [
                ColumnLayout("Id", .branch), ColumnLayout("StartDate", .date),
                ColumnLayout("EnterpriseNumber", .enterprise),
            ]
        }
    }
}
