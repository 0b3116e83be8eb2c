/// A value of a code list of a register, with the label that the register gave.
///
/// Most of the registers' code lists are not published in full, so a code is carried as it came.
public struct CodedValue: Hashable, Sendable, Redacted {
    public let code: String
    public let label: String?

    public init(code: String, label: String?) {
        self.code = code
        self.label = label
    }
}
