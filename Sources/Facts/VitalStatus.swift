/// Whether a person is alive as far as the register knows; the register can lag behind.
public enum VitalStatus: Hashable, Sendable, Redacted {
    /// No death is recorded.
    case alive
    /// A death is recorded (information type 150), with its date where the register has one.
    case deceased(on: IncompleteDate?)
}
