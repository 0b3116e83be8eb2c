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
        /// Reads the part of the path that varies and no body, for an identified caller in a role
        /// that its application has.
        case read(
            as: ApplicationRole, @Sendable (String, CallerContext) async throws(Problem) -> Reply
        )
        /// Reads the part of the path that varies and, but for a `GET`, a JSON body, for an
        /// identified caller whose application has one of the roles.
        case overseen(
            by: Set<ApplicationRole>,
            @Sendable (String, JSONValue?, CallerContext) async throws(Problem) -> Reply)
        /// Reads what the personnel system asks, and answers in the forms of SCIM.
        case scim(
            as: ApplicationRole,
            @Sendable (SCIMRequest, CallerContext) async throws(Problem) -> Reply)
        /// Reads what a browser keeps and what stands behind the path, for anybody.
        case page(@Sendable (PageRequest) async throws(Problem) -> Reply)
        /// Reads a body of whatever kind, for anybody whom the listener lets in.
        case body(@Sendable ([UInt8]) async throws(Problem) -> Reply)
        /// Reads the part of the path that varies, for anybody whom the listener lets in.
        case open(@Sendable (String) async throws(Problem) -> Reply)
    }

    let method: HTTPRequest.Method
    let path: RoutePath
    let handler: Handler

    /// An operation that asks for facts.
    static func post(
        _ path: RoutePath,
        _ answer: @escaping @Sendable (JSONValue, CallerContext) async throws(Problem) -> Reply
    ) -> Route {
        Route(method: .post, path: path, handler: .called(as: .consumer, answer))
    }

    static func get(
        _ path: RoutePath, _ answer: @escaping @Sendable () async throws(Problem) -> Reply
    ) -> Route {
        Route(method: .get, path: path, handler: .open { _ throws(Problem) in try await answer() })
    }
}
