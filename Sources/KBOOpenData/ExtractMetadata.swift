import Facts

/// What `meta.csv` says of an extract.
struct ExtractMetadata {
    static let fileName = "meta.csv"

    let extract: KBOExtract
    let kind: KBOExtract.Kind

    private static let columns = [
        ColumnLayout("Variable", .code), ColumnLayout("Value", .text),
    ]

    /// Reads the variables. `ExtractTimestamp` and variables that are not published yet are
    /// passed over; a `Version` other than 1 is refused, for the columns may mean something else.
    init(_ files: some ExtractFiles) throws(KBOFailure) {
        let values = try Self.values(files)
        guard let version = values["Version"], version.hasPrefix("1.") else {
            throw .metadata(variable: "Version")
        }
        guard let kind = values["ExtractType"].flatMap(KBOExtract.Kind.init(rawValue:)) else {
            throw .metadata(variable: "ExtractType")
        }
        guard let digits = values["ExtractNumber"], digits.utf8.allSatisfy(\.isDigit),
            let number = Int(digits), (1...999_999).contains(number)
        else { throw .metadata(variable: "ExtractNumber") }
        guard let day = values["SnapshotDate"],
            let stored = ExtractDate.parse(Array(day.utf8).span),
            let snapshot = ExtractDate.date(stored: stored)
        else { throw .metadata(variable: "SnapshotDate") }
        self.kind = kind
        extract = KBOExtract(number: number, snapshot: snapshot)
    }

    private static func values(_ files: some ExtractFiles) throws(KBOFailure) -> [String: String] {
        guard files.names.contains(fileName) else { throw .missingFile(name: fileName) }
        var reader = try CSVReader(
            file: fileName, columns: columns, source: files.open(fileName))
        var values: [String: String] = [:]
        while try reader.next() {
            guard let variable = try reader.text(0) else {
                throw reader.failure(.missingValue, column: 0)
            }
            guard values.updateValue(try reader.text(1) ?? "", forKey: variable) == nil else {
                throw reader.failure(.duplicate, column: 0)
            }
        }
        return values
    }
}
