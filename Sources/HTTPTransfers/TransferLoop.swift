import CLibCurl
import Glibc

/// Owns the libcurl multi handle and everything on it, and never leaves its thread.
@safe
struct TransferLoop: ~Copyable {
    private let multi: UnsafeMutableRawPointer
    private let watch: SocketWatch
    private let mailbox: TransferMailbox
    private let configuration: TransferConfiguration
    private var active: [Int: EasyHandle] = [:]
    private var waiting: WaitingCalls
    /// Handles to use again: making one costs more than a call over a kept connection.
    private var idle: [EasyHandle] = []

    /// No call has to end before this moment.
    private var earliestDeadline = ContinuousClock.now

    /// - Returns: `nil` when the process may open no more files, or without memory.
    init?(_ mailbox: TransferMailbox, _ configuration: TransferConfiguration) {
        guard Self.isLibraryReady, let watch = SocketWatch(bell: mailbox.bell),
            let multi = unsafe curl_multi_init()
        else { return nil }
        guard unsafe watch.attach(to: multi) else {
            unsafe Self.cleanUp(multi, watch)
            return nil
        }
        unsafe transfer_set_multi_number(
            multi, CURLMOPT_MAXCONNECTS, configuration.idleConnections)
        unsafe self.multi = multi
        self.watch = watch
        self.mailbox = mailbox
        self.configuration = configuration
        waiting = WaitingCalls(connectionsPerHost: configuration.connectionsPerHost)
    }

    deinit { unsafe Self.cleanUp(multi, watch) }

    /// libcurl tells the watch of every connection that it closes, by the address it was given.
    private static func cleanUp(_ multi: UnsafeMutableRawPointer, _ watch: SocketWatch) {
        _ = withExtendedLifetime(watch) { unsafe curl_multi_cleanup(multi) }
    }

    /// Performs calls until the mailbox says stop.
    mutating func run() {
        Self.blockBrokenPipeSignal()
        turn()
        end()
    }

    /// Computed once, whichever engine comes first: the initialisation is not safe to repeat.
    private static let isLibraryReady = transfer_global_init() == CURLE_OK

    /// Writing to a closed connection must not end the process. libcurl leaves the signal alone
    /// when it is told, as it must be beside other threads, not to touch signals.
    private static func blockBrokenPipeSignal() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    private mutating func turn() {
        var running: Int32 = 0
        while true {
            let mail = mailbox.take()
            if mail.isStopping {
                for call in mail.arrivals { mailbox.finish(call, .failure(.shutDown)) }
                return
            }
            for call in mail.arrivals { admit(call) }
            for id in mail.cancellations { cancel(id) }
            // Starting a call sets libcurl's timer to "at once".
            for event in watch.wait(atMost: endOverdue()) {
                let code = unsafe curl_multi_socket_action(
                    multi, event.socket, event.readiness, &running)
                if code != CURLM_OK { startOver(after: code) }
            }
            finishCompleted()
        }
    }

    private mutating func end() {
        for call in mailbox.close().arrivals { mailbox.finish(call, .failure(.shutDown)) }
        for call in waiting.removeAll(where: { _ in true }) {
            mailbox.finish(call, .failure(.shutDown))
        }
        for handle in active.values {
            unsafe curl_multi_remove_handle(multi, handle.pointer)
            if let call = handle.release() { mailbox.finish(call, .failure(.shutDown)) }
        }
        active = [:]
        idle = []
    }

    private mutating func admit(_ call: TransferCall) {
        earliestDeadline = min(earliestDeadline, call.deadline)
        if waiting.admit(call) { start(call) }
    }

    /// Starts a call, or, for as long as one cannot be started, those that wait for its place.
    private mutating func start(_ call: TransferCall) {
        var next: TransferCall? = call
        while let call = next {
            if startAtOnce(call) { return }
            mailbox.finish(call, .failure(.other(code: Int(CURLE_FAILED_INIT.rawValue))))
            next = waiting.successor(of: call)
        }
    }

    private mutating func startAtOnce(_ call: TransferCall) -> Bool {
        guard let handle = idle.popLast() ?? EasyHandle(configuration) else { return false }
        guard handle.prepare(call, configuration),
            unsafe curl_multi_add_handle(multi, handle.pointer) == CURLM_OK
        else {
            _ = handle.release()
            return false
        }
        active[call.id] = handle
        return true
    }

    /// Ends the calls whose deadline has passed: libcurl counts from the moment a call starts, and
    /// not from the one at which it was made.
    /// - Returns: milliseconds to sleep at most.
    private mutating func endOverdue() -> Int32 {
        let now = ContinuousClock.now
        if earliestDeadline <= now {
            earliestDeadline = now + .seconds(10)
            for call in waiting.removeAll(where: { $0.deadline <= now }) {
                mailbox.finish(call, .failure(.timedOut))
            }
            if let next = waiting.earliestDeadline {
                earliestDeadline = min(earliestDeadline, next)
            }
            for (id, handle) in active {
                if handle.deadline <= now {
                    active[id] = nil
                    unsafe curl_multi_remove_handle(multi, handle.pointer)
                    finish(handle, .failure(.timedOut))
                } else {
                    earliestDeadline = min(earliestDeadline, handle.deadline)
                }
            }
        }
        return Int32((earliestDeadline - now).wholeMilliseconds)
    }

    private mutating func cancel(_ id: Int) {
        guard let handle = active.removeValue(forKey: id) else {
            for call in waiting.removeAll(where: { $0.id == id }) {
                mailbox.finish(call, .failure(.cancelled))
            }
            return
        }
        unsafe curl_multi_remove_handle(multi, handle.pointer)
        finish(handle, .failure(.cancelled))
    }

    /// Ends every call on its way, all of them before another is started: after a socket that could
    /// not be watched, libcurl does nothing more for any of them, and takes new ones only once it
    /// has none.
    private mutating func startOver(after code: CURLMcode) {
        finishCompleted()
        let handles = active.values
        active = [:]
        for handle in handles { unsafe curl_multi_remove_handle(multi, handle.pointer) }
        for handle in handles { finish(handle, .failure(.other(code: Int(code.rawValue)))) }
    }

    private mutating func finishCompleted() {
        var remaining: Int32 = 0
        while let message = unsafe curl_multi_info_read(multi, &remaining) {
            guard unsafe message.pointee.msg == CURLMSG_DONE,
                let handle = unsafe EasyHandle.owner(of: message.pointee.easy_handle)
            else { continue }
            // The message is gone once its handle is removed.
            let code = unsafe message.pointee.data.result
            unsafe curl_multi_remove_handle(multi, handle.pointer)
            if let id = handle.callID { active[id] = nil }
            finish(handle, handle.result(code))
        }
    }

    private mutating func finish(
        _ handle: EasyHandle, _ result: Result<TransferResponse, TransferFailure>
    ) {
        let call = handle.release()
        if idle.count < configuration.connectionsPerHost { idle.append(handle) }
        guard let call else { return }
        mailbox.finish(call, result)
        if let next = waiting.successor(of: call) { start(next) }
    }
}
