/// What is kept beside a change until the consult log holds it.
public struct RightsDebt: Hashable, Sendable {
    /// Into which log it is to be written. Gateways that share a storage have a log each, and what
    /// the one owes the other must not pay.
    public let log: String
    /// Who took the step and why, boxed.
    public let box: [UInt8]

    public init(log: String, box: [UInt8]) {
        self.log = log
        self.box = box
    }
}
