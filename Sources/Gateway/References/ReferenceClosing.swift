import ConsultLog

/// What came of an order to close a dossier.
public enum ReferenceClosing: Hashable, Sendable {
    /// It is closed now, or was before.
    case closed(ReferenceRecord)
    /// The organisation has no dossier of that name; it is not told whether somebody else has.
    case unknown
    /// It could not be recorded or stored, and may still be open.
    case notRecorded
}
