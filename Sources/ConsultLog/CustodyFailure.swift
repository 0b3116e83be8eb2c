/// Why an order about the keys of the log was not carried out.
public enum CustodyFailure: Error, Hashable, Sendable {
    /// It could not be recorded; nothing was done.
    case notLogged(LogFailure)
    /// The key store or the holds cannot be read or written; no key was destroyed.
    case keys(KeyFailure)
    /// The log cannot be read; nothing was done.
    case unreadable
    /// What stands there is no entry; nothing was done.
    case damaged(LogPosition)
    /// There is no next key-encryption key; nothing was done.
    case succession(SuccessionFailure)
    /// The keys are wrapped anew, but the old key-encryption key is still there.
    case oldKeyRemains(SuccessionFailure)
    /// The present month, or a later one, was to be destroyed too.
    case notOver(Month)
    /// What is to be destroyed before its time needs a reason.
    case reasonMissing
    case unknownHold
}

extension CustodyFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notLogged: "the order cannot be recorded in the log now; nothing was done"
        case .keys(let failure): "\(failure); no key was destroyed"
        case .unreadable: "the log cannot be read now; nothing was done"
        case .damaged(let position):
            "the entry at position \(position.number) is damaged; nothing was done"
        case .succession(let failure): "\(failure); nothing was done"
        case .oldKeyRemains(let failure):
            "the keys are wrapped anew, but the old key-encryption key is still there: \(failure)"
        case .notOver(let month): "\(month) is not over: nothing of it can be destroyed"
        case .reasonMissing: "what is destroyed before its time needs a reason"
        case .unknownHold: "there is no such legal hold"
        }
    }
}
