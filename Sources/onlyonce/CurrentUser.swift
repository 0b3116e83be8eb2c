import Foundation

/// The operating system's user as whom the program runs.
enum CurrentUser {
    static var number: UInt32 { getuid() }
}
