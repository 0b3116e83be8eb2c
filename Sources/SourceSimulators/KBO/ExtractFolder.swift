import Facts

/// The CSV files of all tables of an extract, open to be written.
struct ExtractFolder {
    private var files: [ExtractTableName: ExtractFile] = [:]

    /// - Parameter keysOnly: the files delete, and have the first column alone.
    init(_ path: String, suffix: String, keysOnly: Bool = false) throws(SimulationFailure) {
        for table in ExtractTableName.allCases {
            files[table] = try ExtractFile(
                path: "\(path)/\(table.rawValue)\(suffix).csv",
                columns: keysOnly ? Array(table.columns.prefix(1)) : table.columns)
        }
    }

    mutating func add(_ rows: EnterpriseRows) throws(SimulationFailure) {
        for row in rows.rows { try add(row.table, row.fields) }
    }

    /// The keys by which every row of an enterprise goes.
    mutating func addKeys(
        of rows: EnterpriseRows, _ enterprise: SyntheticEnterprise
    ) throws(SimulationFailure) {
        try add(.enterprise, [.text(enterprise.number.dotted)])
        for unit in rows.establishmentNumbers { try add(.establishment, [.text(unit)]) }
        for entity in [enterprise.number.dotted] + rows.establishmentNumbers {
            for table in [ExtractTableName.denomination, .address, .contact, .activity] {
                try add(table, [.text(entity)])
            }
        }
        if let branch = rows.branch { try add(.branch, [.text(branch)]) }
    }

    mutating func finish() throws(SimulationFailure) {
        for table in ExtractTableName.allCases { try files[table]?.finish() }
    }

    private mutating func add(
        _ table: ExtractTableName, _ fields: [ExtractField]
    ) throws(SimulationFailure) {
        try files[table]?.row(fields)
    }
}
