import CLibCurl
import Glibc

/// Tells libcurl which of its connections can go on, so that a turn of the loop costs what happened
/// in it and not what is open. A bell wakes it for new calls.
///
/// A class, because libcurl's callbacks find it by its address. Only the engine's thread uses it.
@safe
final class SocketWatch {
    /// What libcurl is to be told of one socket, or of nothing but the time.
    struct Event {
        let socket: curl_socket_t
        let readiness: Int32
    }

    private let poll: Int32
    private let bell: Bell
    /// When libcurl wants to be called although nothing has happened.
    private var alarm: ContinuousClock.Instant?
    private var ready = unsafe [epoll_event](repeating: epoll_event(), count: 64)

    init?(bell: Bell) {
        self.bell = bell
        poll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard poll >= 0, control(EPOLL_CTL_ADD, bell.descriptor, EPOLLIN.rawValue) else {
            return nil
        }
    }

    deinit { if poll >= 0 { close(poll) } }

    /// Makes libcurl report its sockets and its timer here, for as long as this object lives.
    func attach(to multi: UnsafeMutableRawPointer) -> Bool {
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        return unsafe transfer_set_multi_pointer(multi, CURLMOPT_SOCKETDATA, me) == CURLM_OK
            && transfer_set_multi_pointer(multi, CURLMOPT_TIMERDATA, me) == CURLM_OK
            && transfer_set_socket_watcher(
                multi,
                { _, socket, interest, me, _ in
                    unsafe SocketWatch.at(me)?.watch(socket, interest) ?? -1
                }) == CURLM_OK
            && transfer_set_timer(
                multi,
                { _, milliseconds, me in
                    unsafe SocketWatch.at(me)?.setAlarm(milliseconds)
                    return 0
                }) == CURLM_OK
    }

    /// Sleeps until something happened or so many milliseconds have gone by, and tells what.
    func wait(atMost milliseconds: Int32) -> [Event] {
        var patience = milliseconds
        if let alarm {
            let left = alarm - .now
            patience = left <= .zero ? 0 : min(patience, Int32(left.wholeMilliseconds))
        }
        let count = unsafe ready.withUnsafeMutableBufferPointer {
            unsafe epoll_wait(poll, $0.baseAddress, Int32($0.count), patience)
        }
        var events: [Event] = []
        for index in 0..<max(0, Int(count)) {
            let socket = unsafe ready[index].data.fd
            if socket == bell.descriptor {
                bell.silence()
            } else {
                events.append(Event(socket, unsafe ready[index].events))
            }
        }
        if let alarm, alarm <= .now {
            self.alarm = nil
            events.append(Event(socket: CURL_SOCKET_TIMEOUT, readiness: 0))
        }
        return events
    }

    private static func at(_ address: UnsafeMutableRawPointer?) -> SocketWatch? {
        guard let address = unsafe address else { return nil }
        return unsafe Unmanaged<SocketWatch>.fromOpaque(address).takeUnretainedValue()
    }

    private func watch(_ socket: curl_socket_t, _ interest: Int32) -> Int32 {
        if interest == CURL_POLL_REMOVE {
            // A socket that was closed before has left by itself.
            _ = control(EPOLL_CTL_DEL, socket, 0)
            return 0
        }
        var events: UInt32 = 0
        if interest & CURL_POLL_IN != 0 { events |= EPOLLIN.rawValue }
        if interest & CURL_POLL_OUT != 0 { events |= EPOLLOUT.rawValue }
        // The number may be one that a closed socket had, so which of the two it is must be tried.
        let isWatched =
            control(EPOLL_CTL_MOD, socket, events) || control(EPOLL_CTL_ADD, socket, events)
        return isWatched ? 0 : -1
    }

    private func setAlarm(_ milliseconds: Int) {
        alarm = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
    }

    private func control(_ operation: Int32, _ socket: Int32, _ events: UInt32) -> Bool {
        var event = unsafe epoll_event()
        unsafe event.events = events
        unsafe event.data.fd = socket
        return unsafe epoll_ctl(poll, operation, socket, &event) == 0
    }
}

extension SocketWatch.Event {
    fileprivate init(_ socket: curl_socket_t, _ events: UInt32) {
        var readiness: Int32 = 0
        if events & EPOLLIN.rawValue != 0 { readiness |= CURL_CSELECT_IN }
        if events & EPOLLOUT.rawValue != 0 { readiness |= CURL_CSELECT_OUT }
        if events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 { readiness |= CURL_CSELECT_ERR }
        self.init(socket: socket, readiness: readiness)
    }
}
