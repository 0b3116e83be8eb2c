import AccessRights
import CanonicalJSON
import HTTPTypes

/// One operation of the API: what it is asked by, and what answers it.
struct Route: Sendable {
    /// What answers an operation.
    enum Handler: Sendable {
        /// Reads a JSON body, for an identified caller in a role that its application has.
        case called(
            as: ApplicationRole, @Sendable (JSONValue, CallerContext) async throws(Problem) -> Reply
        )
        /// Reads a body of whatever kind, for anybody whom the listener lets in.
        case body(@Sendable ([UInt8]) async throws(Problem) -> Reply)
        /// Reads nothing, for anybody whom the listener lets in.
        case open(@Sendable () async throws(Problem) -> Reply)
    }

    let method: HTTPRequest.Method
    /// The path, which is all of it: no path of ours has a variable part.
    let path: String
    let handler: Handler

    /// An operation that asks for facts.
    static func post(
        _ path: String,
        _ answer: @escaping @Sendable (JSONValue, CallerContext) async throws(Problem) -> Reply
    ) -> Route {
        Route(method: .post, path: path, handler: .called(as: .consumer, answer))
    }

    static func get(
        _ path: String, _ answer: @escaping @Sendable () async throws(Problem) -> Reply
    ) -> Route {
        Route(method: .get, path: path, handler: .open(answer))
    }
}
