import Facts
import TransparencyLogs

/// When one witness is asked again, without clock or network.
struct WitnessTurn: Sendable {
    /// How long a witness that fails is left alone: doubled each time, up to the second.
    private static let shortestPause: Int64 = 1
    private static let longestPause: Int64 = 300

    let client: WitnessClient?
    private(set) var standing: WitnessStanding
    private(set) var isUnderWay = false
    private var asked: (checkpoint: Checkpoint, at: Int64)?
    private var pause: Int64 = 0

    init(_ client: WitnessClient?, name: String) {
        self.client = client
        standing = WitnessStanding(name: name, size: nil, time: nil, trouble: nil)
    }

    /// Whether the witness is to be asked now: a new checkpoint, one whose cosignature has become
    /// old, or one that failed, after a pause.
    func isDue(for checkpoint: Checkpoint, at second: Int64, refreshing age: Int64) -> Bool {
        guard client != nil, !isUnderWay else { return false }
        guard let asked else { return true }
        // A clock that jumped back counts as a long time, not as none.
        let elapsed = second < asked.at ? Int64.max : second - asked.at
        if standing.trouble != nil { return elapsed >= pause }
        return asked.checkpoint != checkpoint || elapsed >= age
    }

    mutating func begin(_ checkpoint: Checkpoint, at second: Int64) {
        isUnderWay = true
        asked = (checkpoint, second)
    }

    mutating func end(_ outcome: WitnessOutcome) {
        isUnderWay = false
        standing.size = outcome.size ?? standing.size
        switch outcome.result {
        case .cosigned(_, let time):
            standing.time = time
            standing.trouble = nil
            pause = 0
        case .failed(let trouble):
            standing.trouble = trouble
            pause = min(Self.longestPause, max(Self.shortestPause, pause * 2))
        }
    }
}
