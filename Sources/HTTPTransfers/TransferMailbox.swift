import Synchronization

/// The only thing that tasks and the engine's thread share.
final class TransferMailbox: Sendable {
    /// What the thread finds when it looks.
    struct Mail {
        var arrivals: [TransferCall] = []
        var cancellations: [Int] = []
        var isStopping = false
    }

    private struct State {
        var mail = Mail()
        var lastID = 0
        var inFlight = 0
        var isClosed = false
        var waitingForClose: [CheckedContinuation<Void, Never>] = []
        var waker = Waker()
    }

    private let state = Mutex(State())

    var inFlight: Int { state.withLock { $0.inFlight } }

    func nextID() -> Int {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    func post(_ call: TransferCall) {
        let isAccepted = state.withLock { state in
            guard !state.mail.isStopping && !state.isClosed else { return false }
            state.mail.arrivals.append(call)
            state.inFlight += 1
            state.waker.wake()
            return true
        }
        if !isAccepted { call.continuation.resume(returning: .failure(.shutDown)) }
    }

    /// Cancels a call, unless it has ended or has not been posted.
    func cancel(_ id: Int) {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.mail.cancellations.append(id)
            state.waker.wake()
        }
    }

    func stop(notifying waiter: CheckedContinuation<Void, Never>? = nil) {
        let isClosed = state.withLock { state in
            if state.isClosed { return true }
            state.mail.isStopping = true
            if let waiter { state.waitingForClose.append(waiter) }
            state.waker.wake()
            return false
        }
        if isClosed { waiter?.resume() }
    }

    // MARK: The thread's side

    /// Lets the tasks wake this handle, until `close`.
    func open(_ sleeper: Sleeper) {
        state.withLock { $0.waker.sleeper = sleeper }
    }

    func take() -> Mail {
        state.withLock { state in
            let mail = state.mail
            state.mail.arrivals = []
            state.mail.cancellations = []
            state.waker.isAwake = false
            return mail
        }
    }

    /// Hands a task its result; the call no longer counts as being in flight by then.
    func finish(_ call: TransferCall, _ result: Result<TransferResponse, TransferFailure>) {
        state.withLock { $0.inFlight -= 1 }
        call.continuation.resume(returning: result)
    }

    /// After this nobody touches the handle that was opened.
    func close() -> Mail {
        state.withLock { state in
            state.isClosed = true
            state.waker.sleeper = nil
            let mail = state.mail
            state.mail = Mail()
            return mail
        }
    }

    func confirmClosed() {
        let waiters = state.withLock { state in
            let waiters = state.waitingForClose
            state.waitingForClose = []
            return waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Interrupts the thread's sleep, once for any amount of mail.
    ///
    /// It is used under the lock alone, so that the handle cannot go away in the middle.
    private struct Waker {
        var sleeper: Sleeper?
        var isAwake = false

        mutating func wake() {
            guard let sleeper, !isAwake else { return }
            isAwake = true
            sleeper.wake()
        }
    }
}
