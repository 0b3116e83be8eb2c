public import ConsultLog

/// An entry that the consult log is owed, for a change that took effect before it was logged.
public struct SealedDebt: Hashable, Sendable, Identifiable {
    /// The consult under which it is logged: by it somebody sees whether it was already.
    public let id: UUIDv7
    /// What is to be logged, under AES-256-GCM.
    public let box: [UInt8]

    public init(id: UUIDv7, box: [UInt8]) {
        self.id = id
        self.box = box
    }
}
