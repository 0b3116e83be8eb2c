public import ConsultLog
public import Facts

/// To whom a role is to be lent. Printing it shows nothing.
public enum Borrower: Hashable, Sendable, Redacted {
    /// By the directory's own name.
    case entry(DirectoryID)
    /// By the name that tokens have.
    case named(OfficialID)
}
