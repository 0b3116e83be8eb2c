public import ConsultLog

/// Why a witness has no answer.
public enum WitnessFailure: Error, Hashable, Sendable {
    case storage(StorageFailure)
    case signing
    /// Others went on replacing the record while this request looked at it.
    case contended
}
