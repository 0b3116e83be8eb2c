public import ConsultLog

/// The entries of a segment that have one data key, or that belong to a period and have none.
public struct KeyGroup: Hashable, Sendable {
    public let period: KeyPeriod
    /// `nil` for entries without boxes.
    public let key: DataKeyID?

    public init(period: KeyPeriod, key: DataKeyID?) {
        self.period = period
        self.key = key
    }
}
