import GRDB
import GRDBSQLite

/// Runs one prepared statement for every row of a file, without making a `String` of anything.
///
/// The only place that hands pointers to SQLite: texts are bound where they lie in the reader's
/// buffer and are used up before the row is gone.
struct RowWriter {
    private let statement: Statement
    private let columns: [ColumnLayout]

    /// A writer whose statement has one mark for each of `columns`.
    init(_ database: Database, sql: String, columns: [ColumnLayout]) throws(KBOFailure) {
        self.columns = columns
        do {
            statement = try database.makeStatement(sql: sql)
        } catch {
            throw KBOFailure(storage: error)
        }
    }

    /// Binds the values of the reader's current row and runs the statement.
    func write(_ reader: CSVReader) throws(KBOFailure) {
        try unsafe reader.withRow { bytes, fields throws(KBOFailure) in
            for index in columns.indices {
                let field = fields[index]
                if let defect = unsafe bind(bytes, field, columns[index].kind, Int32(index + 1)) {
                    throw reader.failure(defect, column: index)
                }
            }
            switch step() {
            case .SQLITE_DONE: break
            case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
                throw reader.failure(.duplicate, column: 0)
            case let code:
                throw .storage(code: code.rawValue)
            }
        }
    }

    private func step() -> ResultCode {
        let raw = unsafe statement.sqliteStatement
        let outcome = unsafe sqlite3_step(raw)
        if outcome == SQLITE_DONE {
            unsafe sqlite3_reset(raw)
            return .SQLITE_DONE
        }
        let code = unsafe sqlite3_extended_errcode(sqlite3_db_handle(raw))
        unsafe sqlite3_reset(raw)
        return ResultCode(rawValue: code)
    }

    /// Binds one value and returns what is wrong with it, if anything.
    private func bind(
        _ bytes: UnsafeBufferPointer<UInt8>, _ field: CSVField, _ kind: ColumnLayout.Kind,
        _ mark: Int32
    ) -> CSVDefect? {
        let value = unsafe UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
        let raw = unsafe statement.sqliteStatement
        if value.isEmpty {
            unsafe sqlite3_bind_null(raw, mark)
            return kind.mayBeEmpty ? nil : .missingValue
        }
        switch kind {
        case .enterprise, .establishment, .branch, .entity:
            guard let number = unsafe EntityNumber.parse(value.span, kind) else { return .number }
            if !field.quoted { return .unquotedText }
            unsafe sqlite3_bind_int64(raw, mark, number)
        case .date:
            if field.quoted { return .quotedDate }
            guard let day = unsafe ExtractDate.parse(value.span) else { return .date }
            unsafe sqlite3_bind_int64(raw, mark, day)
        case .code, .text:
            if !field.quoted { return .unquotedText }
            guard unsafe value.span.isUTF8 else { return .encoding }
            // No destructor: the text stays where it is until the statement has run.
            unsafe sqlite3_bind_text(
                raw, mark,
                UnsafeRawPointer(value.baseAddress)?.assumingMemoryBound(to: CChar.self),
                Int32(value.count), nil)
        }
        return nil
    }
}

extension ColumnLayout.Kind {
    fileprivate var mayBeEmpty: Bool {
        switch self {
        case .date, .text: true
        case .enterprise, .establishment, .branch, .entity, .code: false
        }
    }
}

extension Span<UInt8> {
    fileprivate var isUTF8: Bool {
        do {
            _ = try UTF8Span(validating: self)
            return true
        } catch {
            return false
        }
    }
}
