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
        /// Whether the bell rings for mail that was not taken yet: once is enough for any amount.
        var isRinging = false
    }

    private let state = Mutex(State())
    /// Tells the thread of new mail.
    let bell: Bell

    init() throws(TransferStartFailure) {
        guard let bell = Bell() else { throw TransferStartFailure() }
        self.bell = bell
    }

    var inFlight: Int { state.withLock { $0.inFlight } }

    func nextID() -> Int {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    func post(_ call: TransferCall) {
        let isAccepted = deliver { state in
            guard !state.mail.isStopping && !state.isClosed else { return false }
            state.mail.arrivals.append(call)
            state.inFlight += 1
            return true
        }
        if !isAccepted { call.continuation.resume(returning: .failure(.shutDown)) }
    }

    /// Cancels a call, unless it has ended or has not been posted.
    func cancel(_ id: Int) {
        deliver { state in
            guard !state.isClosed else { return false }
            state.mail.cancellations.append(id)
            return true
        }
    }

    func stop(notifying waiter: CheckedContinuation<Void, Never>? = nil) {
        let isOpen = deliver { state in
            if state.isClosed { return false }
            state.mail.isStopping = true
            if let waiter { state.waitingForClose.append(waiter) }
            return true
        }
        if !isOpen { waiter?.resume() }
    }

    /// Puts mail in, when `put` says so, and rings: outside the lock, which all callers share.
    @discardableResult
    private func deliver(_ put: (inout State) -> Bool) -> Bool {
        let (isPut, rings) = state.withLock { state in
            guard put(&state) else { return (false, false) }
            defer { state.isRinging = true }
            return (true, !state.isRinging)
        }
        if rings { bell.ring() }
        return isPut
    }

    // MARK: The thread's side

    func take() -> Mail {
        state.withLock { state in
            let mail = state.mail
            state.mail.arrivals = []
            state.mail.cancellations = []
            state.isRinging = false
            return mail
        }
    }

    /// Hands a task its result; the call no longer counts as being in flight by then.
    func finish(_ call: TransferCall, _ result: Result<TransferResponse, TransferFailure>) {
        state.withLock { $0.inFlight -= 1 }
        call.continuation.resume(returning: result)
    }

    /// Takes the last mail; later calls are refused.
    func close() -> Mail {
        state.withLock { state in
            state.isClosed = true
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
}
