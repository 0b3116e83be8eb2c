/// The status codes that the Crossroads Bank publishes for this kind of service.
///
/// `HAN20200` is not here: its value `INCOMPLETE_DATA` is outside the schema of this service.
public enum KSZStatusCode: String, Hashable, Sendable, CaseIterable {
    case dataFound = "MSG00000"
    case noDataAtSupplier = "MSG00100"
    case unknownNumber = "MSG00005"
    case replacedNumber = "MSG00006"
    case invalidData = "MSG00008"
    case deceased = "MSG00009"
    case invalidStructure = "MSG00011"
    case notIntegrated = "MSG00012"
    case legalContextRefused = "MSG00013"
    case clientNotAuthorised = "MSG00015"
    case notIntegratedAtProvider = "MSG00021"

    /// `StatusType/value`.
    var value: String {
        switch self {
        case .dataFound: "DATA_FOUND"
        case .noDataAtSupplier, .deceased, .notIntegratedAtProvider: "NO_DATA_FOUND"
        case .unknownNumber, .replacedNumber, .invalidData, .invalidStructure, .notIntegrated,
            .legalContextRefused, .clientNotAuthorised:
            "NO_RESULT"
        }
    }

    /// What the simulated service says; receivers go by the code.
    var text: String {
        switch self {
        case .dataFound: "Treatment completed."
        case .noDataAtSupplier: "Treatment completed; the supplier has no data."
        case .unknownNumber: "The number does not exist."
        case .replacedNumber: "The number was replaced."
        case .invalidData: "The request has invalid data."
        case .deceased: "The person died."
        case .invalidStructure: "The structure of the number is invalid."
        case .notIntegrated: "The number is not integrated for the organisation."
        case .legalContextRefused: "The legal context does not allow this operation."
        case .clientNotAuthorised: "The client may not use the service."
        case .notIntegratedAtProvider: "The number is not integrated for the provider."
        }
    }
}
