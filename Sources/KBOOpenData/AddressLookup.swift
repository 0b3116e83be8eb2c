import Facts
import GRDB
import Gateway

/// Reads the addresses of entities from a replica.
struct AddressLookup {
    private let lookup: EnterpriseLookup

    init(_ lookup: EnterpriseLookup) { self.lookup = lookup }

    /// The address of an entity, or `nil` when the register gives none that is in use and in
    /// Belgium: natural persons have no seat in the open data, an address that was struck off is
    /// one no more, and one abroad has neither a Belgian post code nor a municipality.
    func address(_ key: Int64?, type: String) throws -> Address? {
        let statement = try lookup.database.cachedStatement(
            sql: """
                SELECT Zipcode, MunicipalityNL, MunicipalityFR, StreetNL, StreetFR, HouseNumber, Box
                FROM address WHERE EntityNumber = ? AND TypeOfAddress = ?
                AND CountryNL IS NULL AND CountryFR IS NULL AND DateStrikingOff IS NULL
                ORDER BY rowid LIMIT 1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [key, type]) else { return nil }
        let postCode: String = row[0] ?? ""
        guard postCode.utf8.count == 4, postCode.utf8.allSatisfy(\.isDigit) else {
            throw SourceFailure.unintelligible(.unexpectedValue(element: "Zipcode"))
        }
        return Address(
            street: inLanguage(row[3], row[4]) ?? "", houseNumber: row[5] ?? "", box: row[6],
            postCode: postCode,
            municipality: municipality(postCode, row[1], row[2]).map { NISCode($0) },
            locality: inLanguage(row[1], row[2]))
    }

    /// The register writes French places in French alone and Flemish ones in Dutch alone.
    private func inLanguage(_ dutch: String?, _ french: String?) -> String? {
        switch lookup.language {
        case .fr: french ?? dutch
        case .nl, .en: dutch ?? french
        }
    }

    /// The open data has no code of the municipality. For the Region it follows from the post
    /// code and the name together; where they do not agree, nothing is claimed.
    private func municipality(
        _ postCode: String, _ dutch: String?, _ french: String?
    ) -> Municipality? {
        Municipality.allCases.first { candidate in
            candidate.postCodes.contains(postCode)
                && (candidate.name.nl == dutch || candidate.name.fr == french)
        }
    }
}
