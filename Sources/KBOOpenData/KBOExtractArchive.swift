/// An extract whose structure is known to be the published one: all the files of its kind, and no
/// others.
struct KBOExtractArchive {
    let extract: KBOExtract
    let kind: KBOExtract.Kind
    private let files: any ExtractFiles

    init(_ files: any ExtractFiles) throws(KBOFailure) {
        let metadata = try ExtractMetadata(files)
        extract = metadata.extract
        kind = metadata.kind
        self.files = files
        let present = Set(files.names)
        let expected = Self.fileNames(kind)
        if let missing = expected.first(where: { !present.contains($0) }) {
            throw .missingFile(name: missing)
        }
        guard present.count == expected.count else { throw .unknownFile }
    }

    /// The bytes of the given files together, decompressed.
    func byteCount(_ names: [String]) -> Int {
        names.reduce(0) { $0 + files.byteCount($1) }
    }

    /// A reader behind the header of one file.
    func reader(_ file: String, _ columns: [ColumnLayout]) throws(KBOFailure) -> CSVReader {
        try CSVReader(file: file, columns: columns, source: files.open(file))
    }

    private static func fileNames(_ kind: KBOExtract.Kind) -> [String] {
        let tables = ExtractTable.allCases.flatMap { table in
            switch kind {
            case .full: [table.fileName]
            case .update:
                table.isUpdatedInParts
                    ? [table.deleteFileName, table.insertFileName] : [table.fileName]
            }
        }
        return [ExtractMetadata.fileName] + tables
    }
}
