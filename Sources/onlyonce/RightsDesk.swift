import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway
import HTTPFacade

/// Takes the orders of commands about rights, whether they come through the socket of a running
/// gateway or not.
struct RightsDesk: Sendable {
    private let register: RightsRegister
    private let applications: ApplicationRegister
    /// `nil` when nobody was given any: then nobody approves here.
    private let roles: CommandLineRoles?
    private let time: SystemTime

    init(
        _ register: RightsRegister, applications: ApplicationRegister, roles: CommandLineRoles?,
        time: SystemTime
    ) {
        self.register = register
        self.applications = applications
        self.roles = roles
        self.time = time
    }

    var routes: [ControlRoute] {
        [
            ControlRoute(.get, "/rights") { _ in await list() },
            ControlRoute(.post, "/rights/views") { await show($0.body) },
            ControlRoute(.post, "/rights/orders") { await order($0) },
            ControlRoute(.post, "/rights/imports") { await take($0) },
            ControlRoute(.post, "/rights/explanations") { await explain($0.body) },
            ControlRoute(.post, "/rights/comparisons") { await compare($0.body) },
        ]
    }

    private func list() async -> ControlReply {
        await answer([:]) { _ in
            let (history, today) = (try await register.history(), time.today())
            return [
                "authorisations": .array(
                    history.authorisations.map { .object($0.summary(on: today)) }),
                "revision": .integer(history.revision.number),
            ]
        }
    }

    /// One authorisation, also as it was known at the end of a day, or valid on one.
    private func show(_ body: JSONValue?) async -> ControlReply {
        await answer(body) { reader in
            let id = reader.authorisation()
            let day = reader.day("validOn") ?? time.today()
            let known = reader.optionalString("knownAt", expected: "a day, 2026-11-21") {
                try CalendarDate(parsing: $0)
            }
            let name = try reader.complete(id)
            var history = try await register.history()
            if let known {
                // The end of the day in UTC: entries of the log are dated so.
                history = history.known(
                    at: Timestamp(
                        milliseconds: Int64(known.daysSinceEpoch + 1) * 86_400_000 - 1))
            }
            guard let life = history[name] else { throw UsageError("\(StepRefusal.unknown)") }
            var object = life.json(on: day).object ?? [:]
            object["yaml"] = (life.terms(on: day)?.yaml).map { .string($0) }
            return .object(object)
        }
    }

    private func order(_ request: ControlRequest) async -> ControlReply {
        await answer(request.body) { reader in
            let step = reader.string("step", expected: "a step") { text in
                RightsStep(rawValue: text).flatMap { $0.bringsTerms ? nil : $0 }
            }
            let id = reader.authorisation()
            guard let step, let id else {
                try reader.finish()
                return [:]
            }
            let order = RightsOrder(step, of: id, readingFrom: &reader)
            try reader.finish()
            return try await carryOut(order, for: request)
        }
    }

    /// Takes a document as a draft, whatever its present terms are.
    private func take(_ request: ControlRequest) async -> ControlReply {
        await answer(request.body) { reader in
            let document = try reader.complete(reader.string("document"))
            return try await carryOut(
                RightsOrder(drafting: try Authorisation(parsing: Array(document.utf8))),
                for: request)
        }
    }

    private func carryOut(
        _ order: RightsOrder, for request: ControlRequest
    ) async throws -> JSONValue {
        switch try await register.carryOut(order, for: try orderer(request, order.step)) {
        case .taken(let life): return .object(life.summary(on: time.today()))
        case .refused(let refusal): throw UsageError("\(order.authorisation): \(refusal)")
        }
    }

    /// As whom a user takes a step. Whoever can give commands here may be root, or an official too:
    /// only somebody who logged in and was given a role is one person, and can approve what another
    /// one of those submitted.
    private func orderer(
        _ request: ControlRequest, _ step: RightsStep
    ) throws(UsageError) -> RightsOrderer {
        let official = try OfficialID.local(user: request.userID)
        if let roles, !roles.allow(step, by: request.userID) {
            throw UsageError(
                "the configuration does not let this user \(step.rawValue) (commandLine)")
        }
        if roles != nil, request.isLogin { return .user(official) }
        guard step != .approve else {
            throw UsageError(
                "the command line cannot approve, unless the configuration names the user who "
                    + "logged in (commandLine.controlCommission)")
        }
        return .machine(official)
    }

    private func explain(_ body: JSONValue?) async -> ControlReply {
        await answer(body) { reader in
            let question = RightsQuestion(readingFrom: &reader)
            let day = reader.day("validOn") ?? time.today()
            let asked = try reader.complete(question)
            guard let application = applications.application(asked.application) else {
                throw UsageError("no application of this name is registered")
            }
            return try await register.history().answer(asked, about: application, on: day)
        }
    }

    /// What a document says differently from the present terms, and with which rights it overlaps.
    private func compare(_ body: JSONValue?) async -> ControlReply {
        await answer(body) { reader in
            let document = try reader.complete(reader.string("document"))
            let (history, today) = (try await register.history(), time.today())
            let terms = try Authorisation(parsing: Array(document.utf8))
            return .object(history.comparison(of: terms, on: today))
        }
    }

    private func answer(
        _ body: JSONValue?, _ work: (inout JSONReader) async throws -> JSONValue
    ) async -> ControlReply {
        var reader = JSONReader(body ?? [:])
        do {
            return ControlReply(try await work(&reader))
        } catch let failure as UsageError {
            return ControlReply(status: 409, ["detail": .string(failure.description)])
        } catch let issues as JSONFieldIssues {
            return ControlReply(status: 400, ["detail": .string("\(issues)")])
        } catch let invalid as InvalidAuthorisation {
            return ControlReply(status: 400, ["detail": .string("\(invalid)")])
        } catch let failure as RightsFailure {
            return ControlReply(status: 503, ["detail": .string("\(failure)")])
        } catch {
            return ControlReply(status: 500, ["detail": "the order failed"])
        }
    }
}

extension JSONReader {
    fileprivate mutating func authorisation() -> AuthorisationID? {
        string("authorisation", expected: "the name of an authorisation") {
            try AuthorisationID(parsing: $0)
        }
    }

    fileprivate mutating func day(_ name: String) -> CalendarDate? {
        optionalString(name, expected: "a day, 2026-11-21") { try CalendarDate(parsing: $0) }
    }
}
