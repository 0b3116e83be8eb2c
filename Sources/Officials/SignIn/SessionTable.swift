import ConsultLog
import Crypto
import Facts
import Synchronization

/// The sessions and the sign-ins under way, in memory: the secrets that browsers keep are known here
/// by their hashes alone.
final class SessionTable: Sendable {
    struct Attempt: Sendable {
        let state: String
        let nonce: String
        let verifier: String
        let began: Timestamp
    }

    struct Entry: Sendable {
        let official: OfficialID
        let began: Timestamp
        var seen: Timestamp
    }

    private struct State: Sendable {
        var attempts: [[UInt8]: Attempt] = [:]
        var sessions: [[UInt8]: Entry] = [:]
    }

    private let state = Mutex(State())

    /// Notes a sign-in that begins; `false` when there are too many.
    func begin(_ attempt: Attempt, secret: String) -> Bool {
        state.withLock { state in
            if state.attempts.count >= SignInRules.mostAttempts {
                state.attempts = state.attempts.filter {
                    !Self.isOver($0.value, at: attempt.began)
                }
            }
            guard state.attempts.count < SignInRules.mostAttempts else { return false }
            state.attempts[Self.hash(secret)] = attempt
            return true
        }
    }

    /// The sign-in of a browser; it is worth nothing afterwards.
    func redeem(_ secret: String, at now: Timestamp) -> Attempt? {
        let attempt = state.withLock { $0.attempts.removeValue(forKey: Self.hash(secret)) }
        guard let attempt, !Self.isOver(attempt, at: now) else { return nil }
        return attempt
    }

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

    private static func isOver(_ attempt: Attempt, at now: Timestamp) -> Bool {
        age(attempt.began, now) >= SignInRules.attemptLifetime
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
