import Facts
import Gateway
import XMLDocuments

extension ManagingMunicipality {
    /// Reads the present managing municipality of a file.
    init?(_ file: RegisterFile) throws(SourceFailure) {
        let place = RegisterPart.residences.place
        guard let entry = try file.current(.residences) else { return nil }
        let residence = try entry.coded("Residence", in: place)
        let since = try entry.date(in: place)
        if let municipality = Self.municipality(residence.code) {
            self = .municipality(municipality, since: since)
        } else {
            self = .removed(residence, since: since)
        }
    }

    /// `99990` and what follows it tell why somebody left the registers, `21099` is the
    /// Immigration Office, and three digits are a country or `992`, written off to abroad.
    private static func municipality(_ code: String) -> NISCode? {
        guard let code = try? NISCode(parsing: code), !code.digits.hasPrefix("99"),
            code.digits != "21099"
        else { return nil }
        return code
    }

    /// The code of a person who was taken off the registers because of death.
    static let deceasedCode = "99990"
}
