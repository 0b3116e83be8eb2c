import Facts

/// The state of an invented registration.
public enum SyntheticRegistrationStatus: Hashable, Sendable {
    /// `REG` and `NOR`, the only codes that are published.
    case registered
    /// A code that we made up, because no list of the others is published; it says so itself.
    case invented(code: String)

    var code: CodedValue {
        switch self {
        case .registered: CodedValue(code: "REG", label: "Ingeschreven")
        case .invented(let code): CodedValue(code: code, label: "simulated, no published code")
        }
    }

    var legalCode: CodedValue {
        switch self {
        case .registered: CodedValue(code: "NOR", label: "Normaal")
        case .invented(let code): CodedValue(code: code, label: "simulated, no published code")
        }
    }
}
