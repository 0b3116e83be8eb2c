import CanonicalJSON
import Foundation
import HTTPFacade

/// The operating system's user who gives a command: whoever logged in, or, where the system does
/// not say, as whom the program runs.
enum CurrentUser {
    static var number: UInt32 { LoginUser.number() ?? getuid() }

    /// An order of that user.
    static func request(_ body: JSONValue?) -> ControlRequest {
        ControlRequest(
            body: body, query: [:], userID: number, isLogin: LoginUser.number() != nil)
    }
}
