public import AccessRights

/// An intent whose outcome is not recorded.
public struct UnfinishedAsked: Hashable, Sendable {
    public let asked: AskedReference
    public let consult: ConsultID
    public let ordinal: Int
    /// The run of the writer that recorded the intent.
    public let epoch: WriterEpoch
    public let retention: RetentionClass

    public init(
        asked: AskedReference, consult: ConsultID, ordinal: Int, epoch: WriterEpoch,
        retention: RetentionClass
    ) {
        self.asked = asked
        self.consult = consult
        self.ordinal = ordinal
        self.epoch = epoch
        self.retention = retention
    }
}
