/// Where the file of a person is kept (information type 001): a municipality, or the reason why
/// no municipality keeps it any longer.
public enum ManagingMunicipality: Hashable, Sendable, Redacted {
    /// A municipality of Belgium, and since when.
    case municipality(NISCode, since: IncompleteDate?)
    /// A code that stands for leaving the registers (struck off, deceased, left the country) or
    /// for a foreign post, as the register gave it.
    case removed(CodedValue, since: IncompleteDate?)
}
