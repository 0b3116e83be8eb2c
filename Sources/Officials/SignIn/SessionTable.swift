import ConsultLog
import Crypto
import Facts
import Synchronization

/// The sessions, and the sign-ins that were ended, in memory: the secrets that browsers keep are
/// known here by their hashes alone.
final class SessionTable: Sendable {
    struct Entry: Sendable {
        let official: OfficialID
        let began: Timestamp
        var seen: Timestamp
    }

    private struct State: Sendable {
        /// The sign-ins that browsers came back with, the last ones: one serves once.
        var ended: Set<[UInt8]> = []
        var endedInOrder: [[UInt8]] = []
        var next = 0
        /// How many are being ended now.
        var ending = 0
        var sessions: [[UInt8]: Entry] = [:]
    }

    private let state = Mutex(State())

    /// Notes that a browser came back with its sign-in; `false` when it did already.
    ///
    /// Of those that are older than the last ``SignInRules/mostEnded`` nobody knows; the identity
    /// provider takes a code once in any case (RFC 6749 §4.1.2).
    func redeem(_ secret: String) -> Bool {
        let hash = Self.hash(secret)
        return state.withLock { state in
            guard state.ended.insert(hash).inserted else { return false }
            if state.endedInOrder.count < SignInRules.mostEnded {
                state.endedInOrder.append(hash)
            } else {
                state.ended.remove(state.endedInOrder[state.next])
                state.endedInOrder[state.next] = hash
                state.next = (state.next + 1) % SignInRules.mostEnded
            }
            return true
        }
    }

    /// Takes one of the places of those about whom the provider is asked; `false` when there is
    /// none.
    func beginEnding() -> Bool {
        state.withLock { state in
            guard state.ending < SignInRules.mostEnding else { return false }
            state.ending += 1
            return true
        }
    }

    func finishEnding() { state.withLock { $0.ending -= 1 } }

    func open(_ entry: Entry, secret: String) {
        state.withLock { state in
            if state.sessions.count >= SignInRules.mostSessions {
                state.sessions = state.sessions.filter { !Self.isOver($0.value, at: entry.began) }
            }
            if state.sessions.count >= SignInRules.mostSessions,
                let oldest = state.sessions.min(by: { $0.value.began < $1.value.began })
            {
                state.sessions.removeValue(forKey: oldest.key)
            }
            state.sessions[Self.hash(secret)] = entry
        }
    }

    /// The session of a browser, which lives on by being asked for.
    func session(_ secret: String, at now: Timestamp) -> Entry? {
        let hash = Self.hash(secret)
        return state.withLock { state in
            guard var entry = state.sessions[hash] else { return nil }
            guard !Self.isOver(entry, at: now) else {
                state.sessions.removeValue(forKey: hash)
                return nil
            }
            entry.seen = now
            state.sessions[hash] = entry
            return entry
        }
    }

    func close(_ secret: String) {
        _ = state.withLock { $0.sessions.removeValue(forKey: Self.hash(secret)) }
    }

    private static func isOver(_ entry: Entry, at now: Timestamp) -> Bool {
        age(entry.began, now) >= SignInRules.sessionLifetime
            || age(entry.seen, now) >= SignInRules.sessionPause
    }

    private static func age(_ begin: Timestamp, _ now: Timestamp) -> Duration {
        .milliseconds(now.milliseconds - begin.milliseconds)
    }

    private static func hash(_ secret: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(secret.utf8)))
    }
}
