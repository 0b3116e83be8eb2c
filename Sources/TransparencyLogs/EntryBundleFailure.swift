/// Why bytes are no entry bundle, or entries cannot be one. Entries are named by their position in
/// the bundle, from 0.
public enum EntryBundleFailure: Error, Hashable {
    /// The bytes end within an entry.
    case cutOff(entry: Int)
    case tooFewEntries(expected: Int, actual: Int)
    /// More bytes follow the last entry.
    case tooManyEntries(expected: Int)
    /// An entry has more than 65,535 bytes.
    case tooLong(entry: Int)
}
