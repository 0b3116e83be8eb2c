public import AccessRights

/// Which entries share a data key: those of one retention class whose consults began in one month.
public struct KeyPeriod: Hashable, Sendable, CustomStringConvertible {
    public let retention: RetentionClass
    public let month: Month

    public init(retention: RetentionClass, month: Month) {
        self.retention = retention
        self.month = month
    }

    /// The period of every entry of a consult: the identifier of the consult carries its beginning,
    /// so that the entries of one consult never part.
    public init(retention: RetentionClass, consult: ConsultID) {
        self.init(retention: retention, month: Month(of: consult.uuid.time))
    }

    public var description: String { "\(retention) \(month)" }
}
