public import Facts
import Synchronization

/// Keeps the keys of the identity provider, and fetches them anew when they are due or a token names
/// one that is not among them.
///
/// However many tokens come, the provider is asked one question at a time, and no more often than
/// ``KeySetTimes/pause``. While it is down the last key set stays in use for ``KeySetTimes/stale``;
/// then no token is believed any more.
public actor KeySetCache {
    private struct Known: Sendable {
        var keys: KeySet?
        var fetched = Timestamp(milliseconds: 0)
        var failure: KeySetFailure?
    }

    private let source: any KeySetSource
    private let times: KeySetTimes
    private let now: @Sendable () -> Timestamp
    private let observer: (any KeySetObserver)?
    /// Read by every caller in parallel, outside the actor.
    private nonisolated let known = Mutex(Known())
    private var asked: Timestamp?
    private var asking: Task<Void, Never>?

    public init(
        _ source: any KeySetSource, times: KeySetTimes = KeySetTimes(),
        now: @escaping @Sendable () -> Timestamp, observer: (any KeySetObserver)? = nil
    ) {
        self.source = source
        self.times = times
        self.now = now
        self.observer = observer
    }

    /// The key with this name; `nil` when the identity provider has none, as far as it was asked.
    ///
    /// - Throws: ``KeySetFailure`` when there is no key set that may still be used.
    public nonisolated func key(named name: String) async throws(KeySetFailure) -> VerificationKey?
    {
        let before = known.withLock { $0 }
        let age = age(of: before)
        if let keys = before.keys, let key = keys.key(named: name) {
            if let age, age < times.fresh { return key }
            // While the provider is down nobody waits for it.
            if let age, age < times.stale, before.failure != nil {
                await ask(waiting: false)
                return key
            }
        }
        await ask(waiting: true)
        let after = known.withLock { $0 }
        guard let keys = after.keys, let age = self.age(of: after), age < times.stale else {
            throw after.failure ?? .unreachable
        }
        return keys.key(named: name)
    }

    /// `nil` when there is none, or the clock was set back.
    private nonisolated func age(of known: Known) -> Duration? {
        guard known.keys != nil else { return nil }
        let age = now().milliseconds - known.fetched.milliseconds
        return age >= 0 ? .milliseconds(age) : nil
    }

    /// Asks the provider, unless it was asked a moment ago.
    private func ask(waiting: Bool) async {
        if asking == nil, isDue {
            asked = now()
            // It outlives the caller that started it: others wait for the same answer.
            asking = Task { await fetch() }
        }
        if waiting { await asking?.value }
    }

    private var isDue: Bool {
        guard let asked else { return true }
        let since = now().milliseconds - asked.milliseconds
        return since < 0 || .milliseconds(since) >= times.pause
    }

    private func fetch() async {
        defer { asking = nil }
        do throws(KeySetFailure) {
            let keys = try await KeySet(parsing: try await source.document())
            let fetched = now()
            known.withLock { $0 = Known(keys: keys, fetched: fetched) }
            observer?.fetched(keys: keys.count)
        } catch {
            known.withLock { $0.failure = error }
            observer?.failed(error)
        }
    }
}
