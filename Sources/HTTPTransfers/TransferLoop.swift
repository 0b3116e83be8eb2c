import CLibCurl
import Glibc

/// Owns the libcurl multi handle and everything on it, and never leaves its thread.
@safe
struct TransferLoop: ~Copyable {
    private let multi: UnsafeMutableRawPointer
    private let mailbox: TransferMailbox
    private let configuration: TransferConfiguration
    private var active: [Int: EasyHandle] = [:]
    /// Handles to use again: making one costs more than a call over a kept connection.
    private var idle: [EasyHandle] = []

    /// No call has to end before this moment.
    private var earliestDeadline = ContinuousClock.now

    /// Performs calls until the mailbox says stop.
    static func run(_ mailbox: TransferMailbox, _ configuration: TransferConfiguration) {
        blockBrokenPipeSignal()
        if var loop = TransferLoop(mailbox, configuration) {
            loop.turn()
            loop.end()
        } else {
            for call in mailbox.close().arrivals { mailbox.finish(call, .failure(.shutDown)) }
        }
        mailbox.confirmClosed()
    }

    private init?(_ mailbox: TransferMailbox, _ configuration: TransferConfiguration) {
        guard Self.isLibraryReady, let multi = unsafe curl_multi_init() else { return nil }
        unsafe transfer_set_multi_number(
            multi, CURLMOPT_MAX_HOST_CONNECTIONS, configuration.connectionsPerHost)
        unsafe transfer_set_multi_number(
            multi, CURLMOPT_MAXCONNECTS, configuration.idleConnections)
        unsafe self.multi = multi
        self.mailbox = mailbox
        self.configuration = configuration
        unsafe mailbox.open(Sleeper(multi))
    }

    deinit { unsafe curl_multi_cleanup(multi) }

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
            for call in mail.arrivals { start(call) }
            for id in mail.cancellations { cancel(id) }
            unsafe curl_multi_perform(multi, &running)
            finishCompleted()
            let patience = endOverdue()
            unsafe curl_multi_poll(multi, nil, 0, patience, nil)
        }
    }

    private mutating func end() {
        for call in mailbox.close().arrivals { mailbox.finish(call, .failure(.shutDown)) }
        for handle in active.values {
            unsafe curl_multi_remove_handle(multi, handle.pointer)
            if let call = handle.release() { mailbox.finish(call, .failure(.shutDown)) }
        }
        active = [:]
        idle = []
    }

    private mutating func start(_ call: TransferCall) {
        guard let handle = idle.popLast() ?? EasyHandle(configuration) else {
            mailbox.finish(call, .failure(.other(code: Int(CURLE_OUT_OF_MEMORY.rawValue))))
            return
        }
        guard handle.prepare(call, configuration),
            unsafe curl_multi_add_handle(multi, handle.pointer) == CURLM_OK
        else {
            _ = handle.release()
            mailbox.finish(call, .failure(.other(code: Int(CURLE_FAILED_INIT.rawValue))))
            return
        }
        active[call.id] = handle
        earliestDeadline = min(earliestDeadline, handle.deadline)
    }

    /// Ends the calls whose deadline has passed while they waited for a connection: libcurl
    /// watches the time of those alone that have one.
    /// - Returns: milliseconds to sleep at most.
    private mutating func endOverdue() -> Int32 {
        let now = ContinuousClock.now
        if earliestDeadline <= now {
            earliestDeadline = now + .seconds(10)
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
        guard let handle = active.removeValue(forKey: id) else { return }
        unsafe curl_multi_remove_handle(multi, handle.pointer)
        finish(handle, .failure(.cancelled))
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
        if let call { mailbox.finish(call, result) }
    }
}
