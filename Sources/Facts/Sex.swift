/// The sex that the National Register records (information type 000: `1` male, `2` female).
public enum Sex: String, Hashable, Sendable {
    case male
    case female
}
