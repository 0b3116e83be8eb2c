import CLibZip

/// Owns an archive that is being written. Without `finish` there is no archive.
@safe
public struct ZIPWriter: ~Copyable {
    private let archive: OpaquePointer

    /// Starts an archive at a path; a file that is already there is replaced by `finish`.
    /// - Throws: `notWritable`.
    public init(path: String) throws(ZIPFailure) {
        guard let archive = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
            throw .notWritable
        }
        unsafe self.archive = archive
    }

    deinit { unsafe zip_discard(archive) }

    /// Adds an entry with the content of a file, which is read, in pieces, by `finish`.
    /// - Throws: `notWritable` when there is no such file, or there is such an entry already.
    public func add(_ name: String, fromFileAt path: String) throws(ZIPFailure) {
        // To the end of the file, whatever that is by then.
        guard let source = unsafe zip_source_file(archive, path, 0, -1) else { throw .notWritable }
        guard unsafe zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0 else {
            unsafe zip_source_free(source)
            throw .notWritable
        }
    }

    /// Writes the archive, beside its path first, and then puts it in its place.
    /// - Throws: `notWritable`; then nothing has changed at the path.
    public consuming func finish() throws(ZIPFailure) {
        guard unsafe zip_close(archive) == 0 else {
            _ = consume self
            throw .notWritable
        }
        // A closed archive is gone: the deinitialiser must not free it a second time.
        discard self
    }
}
