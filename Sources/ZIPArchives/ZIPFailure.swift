/// Why an archive could not be read or written. Entries are named, their content never.
public enum ZIPFailure: Error, Hashable, Sendable {
    /// The file is missing, or is no archive, or is cut off.
    case notAnArchive
    /// The archive has more entries than the limit.
    case tooManyEntries(limit: Int)
    /// There is no entry with this name.
    case noSuchEntry(name: String)
    /// The entry is larger than the limit, whatever size it declares.
    case tooLarge(name: String)
    /// The entry expands more than the limit allows.
    case expandsTooMuch(name: String)
    /// The entry's bytes do not match their checksum or declared size, or cannot be expanded.
    case damaged(name: String)
    /// The archive cannot be created, or an entry cannot be added to it.
    case notWritable
}
