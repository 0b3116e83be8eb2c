import ConsultLog
import Gateway
import HTTPFacade
import LogProofs
import Officials

extension Installation {
    /// What of the gateway works, and what does not.
    var health: Health {
        get async {
            var troubles: [HealthTrouble] = []
            if let failure = await log.trouble {
                troubles.append(HealthTrouble(.log, .down, because: failure.words))
            }
            if let failure = await tree.failure {
                // What is tried again by itself stops nobody meanwhile.
                troubles.append(
                    HealthTrouble(
                        .tree, failure.isFinal ? .down : .degraded, because: failure.description))
            }
            for reason in await cosigning.complaints {
                troubles.append(HealthTrouble(.witnesses, .degraded, because: reason))
            }
            if !rights.register.live.areKnown {
                troubles.append(
                    HealthTrouble(
                        .rights, .down,
                        because: "the rights cannot be compared with their storage, so nothing is "
                            + "decided"))
            }
            if let trouble = referencesWatch.trouble { troubles.append(trouble) }
            if officials.directory.isLost {
                troubles.append(
                    HealthTrouble(
                        .officials, .degraded,
                        because: "the directory of officials is lost: put the database back, or "
                            + "have the personnel system enter everybody anew"))
            }
            return Health(troubles)
        }
    }
}

extension LogFailure {
    fileprivate var words: String {
        switch self {
        case .notWritten(.diskFull): "there is no room for the log, or less than is kept free"
        case .notWritten(.readOnly): "the log or its disk is read-only"
        case .notWritten(.busy): "another process holds the log"
        case .notWritten(.closed): "the log is closed"
        case .notWritten(.failed): "the log could not be written"
        case .unreachable: "nobody can say whether the last entries of the log were written"
        case .noKey: "there is no key for the log's confidential fields: \(self)"
        case .entryTooLong: "an entry of the log would have been too long"
        case .damaged(let position): "the entry at position \(position.number) is damaged"
        }
    }
}
