import AccessRights
import ConsultLog
import Foundation
import GRDB

extension UnfinishedAsked {
    /// Reads a row of the table `unfinished`.
    ///
    /// - Throws: `SQLITE_CORRUPT` when the row does not hold what was written.
    init(_ row: Row) throws {
        let asked: Data = row["asked"]
        let leaf: Data = row["leaf"]
        let consult: Data = row["consult"]
        let retention: String = row["retention"]
        guard let id = UUIDv7(bytes: asked), let consult = UUIDv7(bytes: consult),
            let leaf = LeafHash(bytes: Array(leaf)),
            let retention = try? RetentionClass(parsing: retention)
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        self.init(
            asked: AskedReference(id: EntryID(id), leaf: leaf), consult: ConsultID(consult),
            ordinal: row["ordinal"], epoch: WriterEpoch(row["epoch"]), retention: retention)
    }
}
