import AccessRights
import CanonicalJSON
import ConsultLog
import HTTPTypes
import NIOCore
import Officials

/// The operations by which the personnel system keeps the directory of officials (SCIM 2.0).
struct SCIMRoutes: Sendable {
    static let users = "/scim/v2/Users"

    let directory: OfficialDirectory

    var all: [Route] {
        [
            scim(.post, .whole(Self.users), create), scim(.get, .whole(Self.users), list),
            scim(.post, .whole(Self.users + "/.search"), search),
            scim(.get, user, get), scim(.put, user, replace), scim(.patch, user, change),
            scim(.delete, user, remove),
            scim(.get, "/scim/v2/ServiceProviderConfig") { _, _ throws(Problem) in
                try .scim(SCIMDescription.provider)
            },
            scim(.get, "/scim/v2/Schemas") { _, _ throws(Problem) in
                try .scim(SCIMDescription.list([SCIMDescription.schema]))
            },
            scim(.get, "/scim/v2/ResourceTypes") { _, _ throws(Problem) in
                try .scim(SCIMDescription.list([SCIMDescription.resourceType]))
            },
        ]
    }

    private var user: RoutePath { .named("id", before: Self.users + "/", after: "") }

    private func scim(
        _ method: HTTPRequest.Method, _ path: RoutePath,
        _ answer: @escaping @Sendable (SCIMRequest, CallerContext) async throws(Problem) -> Reply
    ) -> Route {
        Route(method: method, path: path, handler: .scim(as: .provisioning, answer))
    }

    private func create(
        _ request: SCIMRequest, _ caller: CallerContext
    ) async throws(Problem) -> Reply {
        let user = try SCIMUser(request.body)
        let new = NewOfficial(
            userName: user.userName, externalID: user.externalID,
            isActive: user.isActive ?? true, roles: user.roles ?? [])
        let orderer = try caller.orderer()
        let official = try await ordered { () async throws(DirectoryRefusal) in
            try await directory.enter(new, for: orderer)
        }
        var reply = try Reply.scim(official.scim, status: .created)
        reply.headers[.location] = official.location
        return reply
    }

    private func get(
        _ request: SCIMRequest, _ caller: CallerContext
    ) async throws(Problem) -> Reply {
        try .scim(try await official(request.part).scim)
    }

    private func list(
        _ request: SCIMRequest, _ caller: CallerContext
    ) async throws(Problem) -> Reply {
        let filter = request.parameters["filter"]
        if let filter, try SCIMFilter(parsing: filter).namesByNationalNumber {
            throw .scim(
                .invalidFilter,
                "a national number stands in no URL: POST the filter to \(Self.users)/.search")
        }
        return try await found(by: filter)
    }

    private func search(
        _ request: SCIMRequest, _ caller: CallerContext
    ) async throws(Problem) -> Reply {
        guard let body = request.body?.object else {
            throw .scim(.invalidSyntax, "the body must be an object")
        }
        return try await found(by: body["filter"]?.string)
    }

    private func found(by filter: String?) async throws(Problem) -> Reply {
        // Nobody needs the whole directory at once.
        guard let filter else { throw .scim(.tooMany, "a filter is required") }
        var found: [JSONValue] = []
        if let name = try SCIMFilter(parsing: filter).userName,
            let official = try await read({ () async throws(OfficialsFailure) in
                try await directory.official(named: name)
            })
        {
            found = [official.scim]
        }
        return try .scim(SCIMDescription.list(found))
    }

    private func replace(
        _ request: SCIMRequest, _ caller: CallerContext
    ) async throws(Problem) -> Reply {
        let user = try SCIMUser(request.body)
        let edit = OfficialEdit(
            // Whoever left does not come back because a field was left out.
            externalID: .some(user.externalID), isActive: user.isActive, roles: user.roles)
        return try await change(request.part, named: user.userName, edit, caller)
    }

    private func change(
        _ request: SCIMRequest, _ caller: CallerContext
    ) async throws(Problem) -> Reply {
        let patch = try SCIMPatch(request.body)
        return try await change(request.part, named: patch.userName, patch.edit, caller)
    }

    private func change(
        _ part: String, named name: OfficialID?, _ edit: OfficialEdit, _ caller: CallerContext
    ) async throws(Problem) -> Reply {
        let official = try await official(part)
        if let name, name != official.userName {
            throw .scim(.mutability, "userName never changes")
        }
        let orderer = try caller.orderer()
        return try .scim(
            try await ordered { () async throws(DirectoryRefusal) in
                try await directory.change(official.id, edit, for: orderer)
            }.scim)
    }

    private func remove(
        _ request: SCIMRequest, _ caller: CallerContext
    ) async throws(Problem) -> Reply {
        let id = try await official(request.part).id
        let orderer = try caller.orderer()
        try await ordered { () async throws(DirectoryRefusal) in
            try await directory.remove(id, for: orderer)
        }
        return Reply(status: .noContent, contentType: MediaTypes.scim, body: ByteBuffer())
    }

    private func official(_ part: String) async throws(Problem) -> Official {
        guard let uuid = UUIDv7(parsing: part) else { throw Problem(.resourceNotFound) }
        let found = try await read { () async throws(OfficialsFailure) in
            try await directory.official(DirectoryID(uuid))
        }
        guard let found else { throw Problem(.resourceNotFound) }
        return found
    }

    private func read<Value: Sendable>(
        _ work: () async throws(OfficialsFailure) -> Value
    ) async throws(Problem) -> Value {
        do throws(OfficialsFailure) {
            return try await work()
        } catch {
            throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
    }

    private func ordered<Value: Sendable>(
        _ work: () async throws(DirectoryRefusal) -> Value
    ) async throws(Problem) -> Value {
        do throws(DirectoryRefusal) {
            return try await work()
        } catch {
            switch error {
            case .nameTaken:
                throw .scim(.uniqueness, "there is a user with this userName", .conflict)
            case .changedMeanwhile: throw Problem(.conflict)
            case .unknown: throw Problem(.resourceNotFound)
            case .mayNotDelegate, .wrongEnd, .tooMany: throw Problem(.internalServerError)
            // What took effect unlogged is found done by whoever asks again.
            case .notLogged, .takenUnlogged, .failed:
                throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
            }
        }
    }
}

extension Reply {
    /// An answer to the personnel system.
    static func scim(
        _ value: JSONValue, status: HTTPResponse.Status = .ok
    ) throws(Problem) -> Reply {
        guard let bytes = try? value.canonicalBytes() else {
            throw Problem(.internalServerError)
        }
        return Reply(
            status: status, contentType: MediaTypes.scim, body: ByteBuffer(bytes: bytes))
    }
}
