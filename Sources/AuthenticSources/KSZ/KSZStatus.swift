/// The status codes of the Crossroads Bank and what each means here: one row per code.
///
/// Published on the status pages of the Flemish service integrator; the list is not complete, and
/// a code that is not in it has no meaning.
enum KSZStatus: String, Sendable, CaseIterable {
    case treated = "MSG00000"
    case ssinDoesNotExist = "MSG00005"
    case ssinReplaced = "MSG00006"
    case invalidRequest = "MSG00008"
    case deceased = "MSG00009"
    case ssinMalformed = "MSG00011"
    case notIntegrated = "MSG00012"
    case legalContextRefused = "MSG00013"
    case clientNotAuthorised = "MSG00015"
    case notIntegratedForSupplier = "MSG00021"
    case noDataAtSupplier = "MSG00100"
    /// Published with the status value `INCOMPLETE_DATA`, which the schema of this service does
    /// not allow: an answer with that value is outside its schema before the code is read.
    case incomplete = "HAN20200"

    /// What an answer with the code says.
    enum Meaning: Hashable, Sendable {
        /// The file follows.
        case file
        /// The register knows no such person.
        case unknown
        /// `newSSIN` tells the present number.
        case replaced
        /// The person has died; `deceiseDate` (so spelt) tells when.
        case deceased
        /// We may not be told.
        case notAllowed
        /// Our request was not understood.
        case fault
        /// A source behind the Crossroads Bank was silent.
        case silent
    }

    var meaning: Meaning {
        switch self {
        case .treated: .file
        case .ssinDoesNotExist, .noDataAtSupplier: .unknown
        case .ssinReplaced: .replaced
        case .deceased: .deceased
        case .invalidRequest, .ssinMalformed: .fault
        case .notIntegrated, .legalContextRefused, .clientNotAuthorised,
            .notIntegratedForSupplier:
            .notAllowed
        case .incomplete: .silent
        }
    }
}
