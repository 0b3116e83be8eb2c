/// The calls that wait for a connection, and the count of those that have one, by host.
///
/// libcurl has such a queue of its own (`CURLMOPT_MAX_HOST_CONNECTIONS`), but it neither watches
/// the deadlines of what waits in it nor always notices that a connection has become free.
struct WaitingCalls {
    private let connectionsPerHost: Int
    private var active: [Substring: Int] = [:]
    private var waiting: [Substring: [TransferCall]] = [:]

    init(connectionsPerHost: Int) {
        self.connectionsPerHost = max(1, connectionsPerHost)
    }

    /// Counts the call as active and returns `true`, or keeps it until it can be.
    mutating func admit(_ call: TransferCall) -> Bool {
        let host = call.request.host
        if active[host, default: 0] < connectionsPerHost {
            active[host, default: 0] += 1
            return true
        }
        waiting[host, default: []].append(call)
        return false
    }

    /// Gives the place of a call that has ended to the one that waits longest for its host.
    /// - Returns: the call to start now; it counts as active.
    mutating func successor(of call: TransferCall) -> TransferCall? {
        let host = call.request.host
        if var queue = waiting.removeValue(forKey: host), !queue.isEmpty {
            let next = queue.removeFirst()
            if !queue.isEmpty { waiting[host] = queue }
            return next
        }
        let others = active[host, default: 1] - 1
        active[host] = others > 0 ? others : nil
        return nil
    }

    /// Takes out the calls that wait and that the condition is true of.
    mutating func removeAll(where condition: (TransferCall) -> Bool) -> [TransferCall] {
        var removed: [TransferCall] = []
        for (host, queue) in waiting where queue.contains(where: condition) {
            removed += queue.filter(condition)
            let rest = queue.filter { !condition($0) }
            waiting[host] = rest.isEmpty ? nil : rest
        }
        return removed
    }

    /// The moment before which no waiting call has to end.
    var earliestDeadline: ContinuousClock.Instant? {
        waiting.values.lazy.joined().map(\.deadline).min()
    }
}
