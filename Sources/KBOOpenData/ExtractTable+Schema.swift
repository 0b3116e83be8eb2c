/// The tables of the replica: those of the extract, under the same names.
///
/// Entity numbers are integers without dots, which is what every index holds; days are integers
/// `yyyymmdd`; codes and texts are texts.
extension ExtractTable {
    static let kept = allCases.filter(\.isKept)

    var createTable: String {
        let definitions = columns.map { "\($0.name) \(type(of: $0))" }
        return self == .code
            ? """
            CREATE TABLE code (\(definitions.joined(separator: ", ")),
            PRIMARY KEY (Category, Code, Language)) WITHOUT ROWID
            """
            : "CREATE TABLE \(rawValue) (\(definitions.joined(separator: ", ")))"
    }

    /// The index by which rows are found that the primary key does not find.
    var createIndex: String? {
        switch self {
        case .code, .enterprise, .contact: nil
        case .establishment, .branch:
            "CREATE INDEX \(rawValue)ByEnterprise ON \(rawValue) (EnterpriseNumber)"
        case .denomination, .address, .activity:
            "CREATE INDEX \(rawValue)ByEntity ON \(rawValue) (EntityNumber)"
        }
    }

    /// Puts one row in. A code that comes twice is no harm; an entity that does is.
    var insert: String {
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        return "INSERT \(self == .code ? "OR REPLACE " : "")INTO \(rawValue) VALUES (\(marks))"
    }

    /// Takes the rows of one entity out.
    var delete: String { "DELETE FROM \(rawValue) WHERE \(key.name) = ?" }

    private func type(of column: ColumnLayout) -> String {
        switch column.kind {
        case .enterprise, .establishment, .branch:
            column.name == key.name ? "INTEGER PRIMARY KEY" : "INTEGER NOT NULL"
        case .entity: "INTEGER NOT NULL"
        case .date: "INTEGER"
        case .code: "TEXT NOT NULL"
        case .text: "TEXT"
        }
    }
}
