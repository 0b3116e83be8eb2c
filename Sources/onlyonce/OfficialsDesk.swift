import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import HTTPFacade
import Officials

/// Takes the orders of commands about officials, whether they come through the socket of a running
/// gateway or not.
struct OfficialsDesk: Sendable {
    private let directory: OfficialDirectory
    /// `nil` when nobody was given any: then no role over rights is lent here.
    private let roles: CommandLineRoles?

    init(_ directory: OfficialDirectory, roles: CommandLineRoles?) {
        self.directory = directory
        self.roles = roles
    }

    var routes: [ControlRoute] {
        [
            ControlRoute(.get, "/officials") { _ in await list() },
            ControlRoute(.post, "/officials/views") { await show($0.body) },
            ControlRoute(.post, "/officials/deactivations") {
                await deactivate($0.body, user: $0.userID)
            },
            ControlRoute(.get, "/delegations") { _ in await delegations() },
            ControlRoute(.post, "/delegations") { await grant($0) },
            ControlRoute(.post, "/delegations/revocations") {
                await revoke($0.body, user: $0.userID)
            },
        ]
    }

    /// Everybody, without names.
    private func list() async -> ControlReply {
        await answer([:]) { _ in
            ["officials": .array(try await directory.officials().map { .object($0.summary) })]
        }
    }

    /// One official with the name, and what they lend and are lent.
    private func show(_ body: JSONValue?) async -> ControlReply {
        await answer(body) { reader in
            let official = try await official(&reader)
            var object = official.summary
            object["userName"] = .string(official.userName.text)
            object["externalId"] = official.externalID.map { .string($0) }
            object["delegations"] = .array(
                try await directory.delegations(of: official.id).map(\.value))
            return .object(object)
        }
    }

    private func deactivate(_ body: JSONValue?, user: UInt32) async -> ControlReply {
        await answer(body) { reader in
            let reason = reader.reason()
            let official = try await official(&reader)
            let why = try reader.complete(reason)
            let changed = try await directory.change(
                official.id, OfficialEdit(isActive: false), because: why,
                for: Orderer(official: try OfficialID.local(user: user)))
            return .object(changed.summary)
        }
    }

    private func delegations() async -> ControlReply {
        await answer([:]) { _ in
            ["delegations": .array(try await directory.delegations().map(\.value))]
        }
    }

    private func grant(_ request: ControlRequest) async -> ControlReply {
        await answer(request.body) { reader in
            let roles = OfficialRole.allCases.map(\.rawValue).joined(separator: ", ")
            let role = reader.string("role", expected: "one of: \(roles)") {
                OfficialRole(rawValue: $0)
            }
            let until = reader.string("until", expected: "a day, 2026-11-21") {
                try CalendarDate(parsing: $0)
            }
            let (from, to, lent, day, reason) = try reader.complete(
                reader.entry("from"), reader.entry("to"), role, until, reader.reason())
            try admit(request, lending: lent)
            return try await directory.delegate(
                lent, from: from, to: .entry(to),
                // To the end of the day in UTC.
                until: Timestamp(milliseconds: Int64(day.daysSinceEpoch + 1) * 86_400_000),
                because: reason,
                for: Orderer(official: try OfficialID.local(user: request.userID))
            ).value
        }
    }

    /// Whoever lends a role over rights takes the steps of it through somebody else, so it takes
    /// what those steps take: a user who logged in and has the role.
    private func admit(
        _ request: ControlRequest, lending role: OfficialRole
    ) throws(UsageError) {
        guard role == .dpo || role == .controlCommission else { return }
        if let roles, request.isLogin, roles.allow(lending: role, by: request.userID) { return }
        throw UsageError(
            "the command line lends \(role.rawValue) only for a user who logged in and whom the "
                + "configuration names (commandLine.\(role.rawValue))")
    }

    private func revoke(_ body: JSONValue?, user: UInt32) async -> ControlReply {
        await answer(body) { reader in
            let named = reader.string("delegation", expected: "the name of a delegation") {
                UUIDv7(parsing: $0)
            }
            let (id, reason) = try reader.complete(named, reader.reason())
            try await directory.end(
                DelegationID(id), because: reason,
                for: Orderer(official: try OfficialID.local(user: user)))
            return ["delegation": .string(id.text)]
        }
    }

    /// Whom an order is about: by the name in the directory, or by the one that tokens have.
    private func official(_ reader: inout JSONReader) async throws -> Official {
        let found: Official?
        if reader.has("userName") {
            let name = reader.string("userName", expected: "1 to 128 printable characters") {
                OfficialID(named: $0)
            }
            guard let name else {
                try reader.finish()
                throw DirectoryRefusal.unknown
            }
            found = try await directory.official(named: name)
        } else {
            let entry = reader.entry("official")
            guard let entry else {
                try reader.finish()
                throw DirectoryRefusal.unknown
            }
            found = try await directory.official(entry)
        }
        guard let found else { throw DirectoryRefusal.unknown }
        return found
    }

    private func answer(
        _ body: JSONValue?, _ work: (inout JSONReader) async throws -> JSONValue
    ) async -> ControlReply {
        var reader = JSONReader(body ?? [:])
        do {
            return ControlReply(try await work(&reader))
        } catch let refusal as DirectoryRefusal {
            return ControlReply(status: 409, ["detail": .string(refusal.description)])
        } catch let failure as OfficialsFailure {
            return ControlReply(status: 503, ["detail": .string(failure.description)])
        } catch let failure as UsageError {
            return ControlReply(status: 400, ["detail": .string(failure.description)])
        } catch let issues as JSONFieldIssues {
            return ControlReply(status: 400, ["detail": .string("\(issues)")])
        } catch {
            return ControlReply(status: 500, ["detail": "the order failed"])
        }
    }
}

extension JSONReader {
    fileprivate mutating func entry(_ name: String) -> DirectoryID? {
        string(name, expected: "the name of an official in the directory") {
            UUIDv7(parsing: $0).map { DirectoryID($0) }
        }
    }

    fileprivate mutating func reason() -> StatedReason? {
        string("reason", expected: "1 to 500 printable characters") {
            try StatedReason(parsing: $0)
        }
    }
}

extension Official {
    /// Without names.
    fileprivate var summary: JSONObject {
        [
            "official": .string(id.description), "active": .bool(isActive),
            "roles": .array(roles.map(\.rawValue).sorted().map { .string($0) }),
            "created": .string(created.text), "modified": .string(modified.text),
        ]
    }
}

extension Delegation {
    fileprivate var value: JSONValue {
        [
            "delegation": .string(id.description), "from": .string(from.description),
            "to": .string(to.description), "role": .string(role.rawValue),
            "made": .string(made.text), "until": .string(until.text),
        ]
    }
}
