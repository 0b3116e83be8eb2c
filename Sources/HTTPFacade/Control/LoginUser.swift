import Foundation

/// Who logged in, whatever user a program runs as since: the audit system's `loginuid`
/// (proc_pid_loginuid(5)), which `sudo` and `su` leave as it is.
public enum LoginUser {
    /// The number of the user; `nil` where the system does not say.
    ///
    /// - Parameter process: `nil` for this one.
    public static func number(of process: Int32? = nil) -> UInt32? {
        let process = process.map(String.init) ?? "self"
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/loginuid"),
            let number = UInt32(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
        else { return nil }
        return number == UInt32.max ? nil : number
    }
}
