import Facts
import GRDB
import Gateway

/// Reads one enterprise from a replica: of the tables only those that the attributes need.
struct EnterpriseLookup {
    let database: Database
    let language: Language

    /// The enterprise, or `nil` when the replica has none with this number.
    func enterprise(
        _ number: EnterpriseNumber, _ attributes: Set<AttributeID>
    ) throws -> Enterprise? {
        let key = Int64(number.digits)
        let statement = try database.cachedStatement(
            sql: """
                SELECT Status, JuridicalSituation, TypeOfEnterprise, JuridicalForm, StartDate
                FROM enterprise WHERE EnterpriseNumber = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
        var enterprise = Enterprise(number: number)
        for attribute in attributes {
            switch attribute {
            case .enterpriseStatus:
                enterprise.status = row[0] == "AC" ? .active : .other(code: row[0])
            case .enterpriseSituation:
                enterprise.juridicalSituation = try coded("JuridicalSituation", row[1])
            case .enterpriseKind:
                enterprise.kind = try known(
                    EnterpriseKind(rawValue: row[2]), "TypeOfEnterprise")
            case .enterpriseForm:
                enterprise.juridicalForm = try coded("JuridicalForm", row[3])
            case .enterpriseStarted:
                enterprise.started = try date(row[4])
            case .enterpriseNames:
                enterprise.names = try names(key)
            case .enterpriseSeat:
                enterprise.seat = try AddressLookup(self).address(key, type: "REGO")
            case .enterpriseEstablishments:
                enterprise.establishments = try establishments(
                    key, withActivities: attributes.contains(.enterpriseActivities))
            case .enterpriseActivities:
                enterprise.activities = try activities(key)
            default:
                // Attributes of persons and vehicles: this register has nothing of them.
                continue
            }
        }
        return enterprise
    }

    /// A code with its label in the language asked for, or else in Dutch.
    private func coded(_ category: String, _ code: String?) throws -> CodedValue? {
        guard let code else { return nil }
        let statement = try database.cachedStatement(
            sql: """
                SELECT Description FROM code WHERE Category = ? AND Code = ?
                AND Language IN (?, 'NL') ORDER BY Language = 'NL' LIMIT 1
                """)
        let label = try String.fetchOne(
            statement, arguments: [category, code, language.rawValue.uppercased()])
        return CodedValue(code: code, label: label)
    }

    private func names(_ key: Int64?) throws -> [EnterpriseName] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT Denomination, TypeOfDenomination, Language
                FROM denomination WHERE EntityNumber = ? ORDER BY rowid
                """)
        return try Row.fetchAll(statement, arguments: [key]).map { row in
            let kind = try known(
                EnterpriseName.Kind(rawValue: row[1]), "TypeOfDenomination")
            return EnterpriseName(text: row[0], kind: kind, language: row[2])
        }
    }

    private func establishments(
        _ key: Int64?, withActivities: Bool
    ) throws -> [Establishment] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT EstablishmentNumber, StartDate
                FROM establishment WHERE EnterpriseNumber = ? ORDER BY EstablishmentNumber
                """)
        let addresses = AddressLookup(self)
        return try Row.fetchAll(statement, arguments: [key]).map { row in
            let key: Int64 = row[0]
            let number = try known(
                try? EstablishmentUnitNumber(parsing: String(key)), "EstablishmentNumber")
            return Establishment(
                number: number, started: try date(row[1]),
                address: try addresses.address(key, type: "BAET"),
                activities: withActivities ? try activities(key) : nil)
        }
    }

    /// The activities. The register lists one for each administration that knows it; which one
    /// does is not asked for, so the same activity is given once.
    private func activities(_ key: Int64?) throws -> [EnterpriseActivity] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT NaceVersion, NaceCode, Classification
                FROM activity WHERE EntityNumber = ? GROUP BY 1, 2, 3 ORDER BY min(rowid)
                """)
        return try Row.fetchAll(statement, arguments: [key]).map { row in
            EnterpriseActivity(naceVersion: row[0], naceCode: row[1], classification: row[2])
        }
    }

    private func date(_ stored: Int64?) throws -> CalendarDate? {
        guard let stored else { return nil }
        return try known(ExtractDate.date(stored: stored), "StartDate")
    }

    /// The value, or a failure that names the column when the code has no published meaning.
    func known<Value>(_ value: Value?, _ column: String) throws(SourceFailure) -> Value {
        guard let value else { throw .unintelligible(.unexpectedValue(element: column)) }
        return value
    }
}
