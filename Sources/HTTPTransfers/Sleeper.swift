import CLibCurl

/// A multi handle, for waking the thread that polls it and for nothing else.
///
/// `curl_multi_wakeup` is the one function that may be called from any thread, as long as the
/// handle lives: the mailbox forgets it, under its lock, before the thread cleans it up.
@safe
struct Sleeper: Sendable {
    nonisolated(unsafe) private let multi: UnsafeMutableRawPointer

    init(_ multi: UnsafeMutableRawPointer) {
        unsafe self.multi = multi
    }

    func wake() {
        unsafe curl_multi_wakeup(multi)
    }
}
