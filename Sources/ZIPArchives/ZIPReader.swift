import CLibZip

/// Owns an archive that is open for reading.
///
/// The names of entries are data: nothing is ever extracted to a path made of them. Reading
/// blocks: do it on a thread that may wait.
@safe
public struct ZIPReader: ~Copyable {
    private let archive: OpaquePointer
    private let limits: ZIPLimits

    /// The names of the entries, in the order of the archive.
    public let entryNames: [String]

    /// Opens an archive and reads its directory.
    /// - Throws: `notAnArchive` or `tooManyEntries`.
    public init(path: String, limits: ZIPLimits = .standard) throws(ZIPFailure) {
        guard let archive = unsafe zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, nil) else {
            throw .notAnArchive
        }
        let count = unsafe zip_get_num_entries(archive, 0)
        guard count <= limits.entries else {
            unsafe zip_discard(archive)
            throw .tooManyEntries(limit: limits.entries)
        }
        var names: [String] = []
        for index in 0..<max(count, 0) {
            guard let name = unsafe zip_get_name(archive, zip_uint64_t(index), 0) else {
                unsafe zip_discard(archive)
                throw .notAnArchive
            }
            names.append(unsafe String(cString: name))
        }
        unsafe self.archive = archive
        self.limits = limits
        entryNames = names
    }

    deinit { unsafe zip_discard(archive) }

    /// Reads an entry in chunks, which `receive` gets in order; memory stays at one chunk.
    ///
    /// The checksum is known to be right only when this returns: until then the chunks are to be
    /// kept apart.
    /// - Throws: ``ZIPFailure``, also after chunks were given.
    public func read(
        _ name: String, chunkSize: Int = 64 << 10, _ receive: ([UInt8]) throws(ZIPFailure) -> Void
    ) throws(ZIPFailure) {
        guard let index = entryNames.firstIndex(of: name) else { throw .noSuchEntry(name: name) }
        let (size, compressed) = try sizes(index, name)
        guard size <= limits.entrySize else { throw .tooLarge(name: name) }
        guard size / max(compressed, 1) <= limits.ratio else { throw .expandsTooMuch(name: name) }
        guard let entry = unsafe zip_fopen_index(archive, zip_uint64_t(index), 0) else {
            throw .damaged(name: name)
        }
        defer { unsafe zip_fclose(entry) }
        var total: Int64 = 0
        while true {
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
                count = unsafe Int(zip_fread(entry, buffer.baseAddress, zip_uint64_t(chunkSize)))
                if count < 0 {
                    count = 0
                    total = -1
                }
            }
            guard total >= 0 else { throw .damaged(name: name) }
            if chunk.isEmpty { break }
            total += Int64(chunk.count)
            // A directory that lies about the size must not get past the limits.
            guard total <= size else { throw .damaged(name: name) }
            try receive(chunk)
        }
        guard total == size else { throw .damaged(name: name) }
    }

    /// The size that the directory declares for an entry, in bytes, expanded.
    /// - Throws: `noSuchEntry` or `damaged`.
    public func size(of name: String) throws(ZIPFailure) -> Int64 {
        guard let index = entryNames.firstIndex(of: name) else { throw .noSuchEntry(name: name) }
        return try sizes(index, name).size
    }

    private func sizes(
        _ index: Int, _ name: String
    ) throws(ZIPFailure) -> (size: Int64, compressed: Int64) {
        var stat = unsafe zip_stat_t()
        unsafe zip_stat_init(&stat)
        guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0,
            let size = unsafe Int64(exactly: stat.size),
            let compressed = unsafe Int64(exactly: stat.comp_size)
        else { throw .damaged(name: name) }
        return (size, compressed)
    }
}
