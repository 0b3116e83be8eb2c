import GRDB

/// Fills a file that nobody uses yet and puts it in the place of the replica.
///
/// While it is built, nothing protects the file: it has no journal and is not synchronised. It is
/// made durable as a whole before it takes its place; until then a failure costs nothing.
struct ReplicaBuilder {
    let file: ReplicaFile
    let archive: KBOExtractArchive
    let flag: CancellationFlag
    let progress: @Sendable (KBOProgress) -> Void

    /// Builds a replica from nothing.
    func buildFull() throws(KBOFailure) {
        try building { database throws(KBOFailure) in
            try execute(database, ReplicaSchema.create)
            var work = ImportProgress(self, files: ExtractTable.kept.map(\.fileName))
            for table in ExtractTable.allCases {
                let rows = try read(
                    table.fileName, table.columns, keep: table.isKept, sql: table.insert,
                    database, &work)
                if rows == 0, table == .enterprise || table == .code {
                    throw .emptyFile(name: table.fileName)
                }
            }
            try work.enter(.indexing)
            for table in ExtractTable.kept {
                if let sql = table.createIndex { try execute(database, sql) }
                try flag.check()
            }
            try ReplicaSchema.record(archive.extract, database)
            try work.enter(.checking)
        }
    }

    /// Builds a replica from the one in place and an update: rows go first, then rows come.
    func buildUpdated() throws(KBOFailure) {
        let tables = ExtractTable.kept
        try building { database throws(KBOFailure) in
            var work = ImportProgress(
                self,
                files: tables.flatMap {
                    $0.isUpdatedInParts ? [$0.deleteFileName, $0.insertFileName] : [$0.fileName]
                })
            try work.enter(.copying)
            try ReplicaSchema.copy(from: file.path, to: database, flag)
            try execute(database, "BEGIN; DELETE FROM code;")
            for table in ExtractTable.allCases {
                if table.isUpdatedInParts {
                    _ = try read(
                        table.deleteFileName, [table.key], keep: table.isKept, sql: table.delete,
                        database, &work)
                }
                _ = try read(
                    table.isUpdatedInParts ? table.insertFileName : table.fileName, table.columns,
                    keep: table.isKept, sql: table.insert, database, &work)
            }
            try ReplicaSchema.record(archive.extract, database)
            try execute(database, "COMMIT")
            try work.enter(.checking)
        }
    }

    /// Opens the file beside the replica, lets `fill` fill it, checks it and swaps it in.
    private func building(
        _ fill: (Database) throws(KBOFailure) -> Void
    ) throws(KBOFailure) {
        file.removeBuilding()
        do {
            let queue = try DatabaseQueue(
                path: file.buildingPath, configuration: ReplicaSchema.buildingConfiguration)
            try queue.writeWithoutTransaction { database in
                try fill(database)
                try ReplicaSchema.check(database)
            }
            try queue.close()
            try flag.check()
            try file.swap()
        } catch {
            file.removeBuilding()
            throw KBOFailure(storage: error)
        }
    }

    /// Runs `sql` for every row of a file and returns how many there were. Of a file that is not
    /// kept the header alone is read.
    private func read(
        _ name: String, _ columns: [ColumnLayout], keep: Bool, sql: String,
        _ database: Database, _ work: inout ImportProgress
    ) throws(KBOFailure) -> Int {
        var reader = try archive.reader(name, columns)
        guard keep else { return 0 }
        try work.enter(.reading(file: name))
        let writer = try RowWriter(database, sql: sql, columns: columns)
        let isNested = database.isInsideTransaction
        if !isNested { try execute(database, "BEGIN") }
        var rows = 0
        while try reader.next() {
            try writer.write(reader)
            rows += 1
            if rows.isMultiple(of: ImportProgress.step) {
                try work.advance(rows: ImportProgress.step, fileBytes: reader.bytesRead)
            }
        }
        if !isNested { try execute(database, "COMMIT") }
        try work.finishFile(rows: rows % ImportProgress.step, fileBytes: reader.bytesRead)
        return rows
    }

    private func execute(_ database: Database, _ sql: String) throws(KBOFailure) {
        do {
            try database.execute(sql: sql)
        } catch {
            throw KBOFailure(storage: error)
        }
    }
}
