import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import HTTPTypes
import LogSearch
import Officials

/// The operations by which officials lend each other roles.
struct DelegationRoutes: Sendable {
    private static let path = "/v1/delegations"

    let directory: OfficialDirectory

    var all: [Route] {
        [
            .post(.whole(Self.path), give), .post(.whole(Self.path + "/end"), end),
            Route(
                method: .get, path: .whole(Self.path),
                handler: .read(as: .consumer) { _, caller throws(Problem) in
                    try await list(caller)
                }),
        ]
    }

    private func give(_ body: JSONValue, _ caller: CallerContext) async throws(Problem) -> Reply {
        let order = try DelegationOrder(body)
        let from = try await lender(named: order.from, caller)
        let orderer = try caller.orderer()
        let delegation: Delegation
        do throws(DirectoryRefusal) {
            delegation = try await directory.delegate(
                order.role, from: from.id, to: .named(order.to), until: order.until,
                because: order.reason,
                for: orderer)
        } catch {
            throw Problem(error)
        }
        return try Reply(delegation.json(for: from.id), status: .created)
    }

    private func end(_ body: JSONValue, _ caller: CallerContext) async throws(Problem) -> Reply {
        var reader = JSONReader(body)
        let named = reader.string("delegationId", expected: "the name of a delegation") {
            UUIDv7(parsing: $0)
        }
        let why = StatedReason.read(from: &reader)
        let id: DelegationID
        let reason: StatedReason
        do throws(JSONFieldIssues) {
            let (uuid, stated) = try reader.complete(named, why)
            (id, reason) = (DelegationID(uuid), stated)
        } catch {
            throw Problem.badRequest(error)
        }
        let own = try await own(caller)
        let isOwn = try await delegations(of: own).contains { $0.id == id }
        // One that is somebody else's is told in no way from one that never was.
        guard isOwn else { throw Problem(.resourceNotFound) }
        let orderer = try caller.orderer()
        do throws(DirectoryRefusal) {
            try await directory.end(id, because: reason, for: orderer)
        } catch {
            throw Problem(error)
        }
        return try Reply(["delegationId": .string(id.description)])
    }

    private func list(_ caller: CallerContext) async throws(Problem) -> Reply {
        let own = try await own(caller)
        let delegations = try await delegations(of: own)
        return try Reply([
            "delegations": .array(delegations.map { $0.json(for: own.id) })
        ])
    }

    /// Who lends: the official of the token, or whom the personnel system names.
    private func lender(
        named name: OfficialID?, _ caller: CallerContext
    ) async throws(Problem) -> Official {
        guard let name else { return try await own(caller) }
        guard caller.application.roles.contains(.provisioning) else {
            throw Problem(
                .missingPermission,
                ["detail": "Only an application with the role provisioning names who lends"])
        }
        guard let official = try await official(named: name) else {
            throw Problem(unknownReference: "from", "is nobody whom the directory knows")
        }
        return official
    }

    /// The official of the token.
    private func own(_ caller: CallerContext) async throws(Problem) -> Official {
        _ = try caller.receiver()
        guard let name = caller.official else { throw Problem.noAccessToken }
        guard let official = try await official(named: name) else {
            throw Problem(
                .missingPermission, ["detail": "The directory does not know the official"])
        }
        return official
    }

    private func official(named name: OfficialID) async throws(Problem) -> Official? {
        do throws(OfficialsFailure) {
            return try await directory.official(named: name)
        } catch {
            throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
    }

    private func delegations(of official: Official) async throws(Problem) -> [Delegation] {
        do throws(OfficialsFailure) {
            return try await directory.delegations(of: official.id)
        } catch {
            throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
    }
}

extension Problem {
    fileprivate init(_ refusal: DirectoryRefusal) {
        switch refusal {
        case .unknown: self.init(.resourceNotFound)
        case .mayNotDelegate:
            self.init(
                .missingPermission,
                ["detail": "Whoever lends a role has it, and both officials are active"])
        case .wrongEnd:
            self.init(unknownReference: "until", "must be a day from today, at most a year ahead")
        case .tooMany:
            self.init(
                .tooManyRequests,
                [
                    "limit": .integer(Int64(Delegation.mostGiven)),
                    "detail": .string(refusal.description),
                ])
        case .nameTaken, .changedMeanwhile: self.init(.conflict)
        case .notLogged, .takenUnlogged, .failed:
            self.init(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
    }
}

extension Delegation {
    /// As one of the two sees it: the other is not named.
    fileprivate func json(for own: DirectoryID) -> JSONValue {
        [
            "delegationId": .string(id.description), "role": .string(role.rawValue),
            "until": .string(until.text), "given": .bool(from == own),
        ]
    }
}
