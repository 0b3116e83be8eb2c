import ZIPArchives

/// The files of an extract in the ZIP archive in which it is published.
struct ZIPExtractFiles: ExtractFiles {
    let names: [String]
    private let path: String
    private let sizes: [String: Int]

    /// Reads the directory of the archive.
    init(path: String) throws(KBOFailure) {
        do {
            let archive = try ZIPReader(path: path)
            var sizes: [String: Int] = [:]
            for name in archive.entryNames { sizes[name] = Int(try archive.size(of: name)) }
            names = archive.entryNames
            self.sizes = sizes
            self.path = path
        } catch {
            throw .unreadableArchive
        }
    }

    func byteCount(_ name: String) -> Int { sizes[name] ?? 0 }

    func open(_ name: String) -> any ByteSource {
        ExpandedEntry(archivePath: path, name: name)
    }
}
