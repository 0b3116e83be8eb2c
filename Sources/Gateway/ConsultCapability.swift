public import ConsultLog

/// Proof that one look-up was permitted and that its intent is durable in the log.
///
/// Only ``Gateway`` makes it. It is consumed by use, so one permission never pays for two
/// look-ups.
public struct ConsultCapability: ~Copyable, Sendable {
    /// The consult for which the source is asked.
    public let consult: ConsultID
    /// The `asked` entry that allows this look-up; sources that want a ticket get this one.
    public let asked: EntryID
    /// The name by which the Crossroads Bank knows the purpose.
    public let legalContext: String
    /// How long the source may take.
    public let deadline: Duration
}
