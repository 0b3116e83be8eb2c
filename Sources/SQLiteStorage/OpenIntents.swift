import ConsultLog
import Synchronization

/// Knows, between two starts, which intents have no outcome yet, so that a start need not look
/// through the whole log for them and no row has to be written for each.
///
/// Only what is certain counts: an intent is open before its entry is written, and closed after its
/// outcome is durable. So the settled part of the log is never said to be larger than it is. An
/// intent whose outcome could not be written stays open until the log or the next start closes it.
final class OpenIntents: Sendable {
    /// The settled position may lag this much behind before it is written again.
    static let lag: Int64 = 4096

    private struct State {
        /// Behind which position the intent stands.
        var open: [EntryID: Int64] = [:]
        var settled: Int64 = 0
    }

    private let state = Mutex(State())

    /// Begins with what a look into the log found.
    func begin(settled: Int64, open: [EntryID: Int64]) {
        state.withLock { $0 = State(open: open, settled: settled) }
    }

    /// Counts the intents of a batch that is about to be written behind the position `last`.
    /// - Returns: how far the log is settled, when that should be written along.
    func willWrite(_ batch: [EntryRecord], behind last: Int64) -> Int64? {
        state.withLock { state in
            let settled = state.open.values.min() ?? last
            for record in batch where record.effect == .opens { state.open[record.id] = last }
            return settled - state.settled >= Self.lag ? settled : nil
        }
    }

    /// Counts the outcomes of a batch that is durable.
    func didWrite(_ batch: [EntryRecord], settled: Int64?) {
        state.withLock { state in
            if let settled { state.settled = settled }
            for record in batch {
                if case .closes(let asked) = record.effect { state.open[asked] = nil }
            }
        }
    }

    /// Forgets the intents of a batch of which nothing was written.
    func didNotWrite(_ batch: [EntryRecord]) {
        state.withLock { state in
            for record in batch where record.effect == .opens { state.open[record.id] = nil }
        }
    }
}
