import AccessRights
import CanonicalJSON
import ConsultLog
import Gateway
import HTTPTypes

/// The operations by which those who oversee the rights keep them. Who may take which step stands
/// in `RightsStep.roles` and `RightsStep.officialRoles`, and who must be an official in
/// `RightsStep.needsPerson`.
struct RightsRoutes: Sendable {
    private let register: RightsRegister
    private let time: any TimeSource
    private let door: RightsDoor
    private let applications: @Sendable () -> ApplicationRegister

    init(_ faces: RightsFaces, applications: @escaping @Sendable () -> ApplicationRegister) {
        register = faces.register
        time = faces.time
        door = faces.door
        self.applications = applications
    }

    var all: [Route] {
        [list, draft, show, compare, explain]
            + RightsStep.allCases.filter { !$0.bringsTerms }.map { step($0) }
    }

    private static let path = "/v1/authorisations"
    private static let overseers: Set<ApplicationRole> = [.dpo, .controlCommission]
    private static let officials: Set<OfficialRole> = [.dpo, .controlCommission]

    private var list: Route {
        Route(
            method: .get, path: .whole(Self.path),
            handler: .overseen(by: Self.overseers) { _, _, caller throws(Problem) in
                try await door.admit(caller, as: Self.officials)
                let history = try await self.history()
                let today = time.today()
                return try Reply([
                    "revision": .integer(history.revision.number),
                    "authorisations": .array(
                        history.authorisations.map { .object($0.summary(on: today)) }),
                ])
            })
    }

    private var show: Route {
        Route(
            method: .get, path: .authorisation(after: ""),
            handler: .overseen(by: Self.overseers) { name, _, caller throws(Problem) in
                try await door.admit(caller, as: Self.officials)
                guard let id = try? AuthorisationID(parsing: name),
                    let life = try await history()[id]
                else { throw Problem(.resourceNotFound) }
                return try Reply(life.json(on: time.today()))
            })
    }

    /// What a document would change; nothing is kept of it.
    private var compare: Route {
        Route(
            method: .post, path: .whole("/v1/authorisationComparisons"),
            handler: .overseen(by: Self.overseers) { _, body, caller throws(Problem) in
                try await door.admit(caller, as: Self.officials)
                let terms = try Self.terms(body ?? .null)
                return try Reply(
                    .object(try await history().comparison(of: terms, on: time.today())))
            })
    }

    private var draft: Route {
        Route(
            method: .post, path: .whole(Self.path),
            handler: .overseen(by: RightsStep.draft.roles) { _, body, caller throws(Problem) in
                let terms = try Self.terms(body ?? .null)
                let life = try await take(RightsOrder(drafting: terms), of: caller)
                var reply = try Reply(life.json(on: time.today()), status: .created)
                reply.headers[.location] = "\(Self.path)/\(terms.id)"
                return reply
            })
    }

    private func step(_ step: RightsStep) -> Route {
        Route(
            method: .post, path: .authorisation(after: "/\(step.rawValue)"),
            handler: .overseen(by: step.roles) { name, body, caller throws(Problem) in
                guard let id = try? AuthorisationID(parsing: name) else {
                    throw Problem(.resourceNotFound)
                }
                var reader = JSONReader(body ?? .null)
                let order = RightsOrder(step, of: id, readingFrom: &reader)
                if step == .approve, !reader.has("hash") { reader.report(.missing, at: "hash") }
                do throws(JSONFieldIssues) {
                    try reader.finish()
                } catch {
                    throw Problem.badRequest(error)
                }
                return try Reply(try await take(order, of: caller).json(on: time.today()))
            })
    }

    private var explain: Route {
        Route(
            method: .post, path: "/v1/rightsExplanations",
            handler: .overseen(
                by: Self.overseers.union([.auditor])
            ) { _, body, caller throws(Problem) in
                try await door.admit(caller, as: Self.officials)
                var reader = JSONReader(body ?? .null)
                let question = RightsQuestion(readingFrom: &reader)
                let asked: RightsQuestion
                do throws(JSONFieldIssues) {
                    asked = try reader.complete(question)
                } catch {
                    throw Problem.badRequest(error)
                }
                guard let application = applications().application(asked.application) else {
                    throw Problem(
                        unknownReference: "application", "is the name of no registered application")
                }
                return try Reply(
                    try await history().answer(asked, about: application, on: time.today()))
            })
    }

    private func history() async throws(Problem) -> RightsHistory {
        do throws(RightsFailure) {
            return try await register.history()
        } catch {
            throw Problem(error)
        }
    }

    private func take(
        _ order: RightsOrder, of caller: CallerContext
    ) async throws(Problem) -> AuthorisationLife {
        let orderer = try await door.orderer(caller, for: order.step)
        let outcome: RightsOutcome
        do throws(RightsFailure) {
            outcome = try await register.carryOut(order, for: orderer)
        } catch {
            throw Problem(error)
        }
        switch outcome {
        case .taken(let life): return life
        case .refused(let refusal): throw Problem(refusal)
        }
    }

    /// The terms of a document in JSON: what can be written in YAML can be sent so.
    private static func terms(_ body: JSONValue) throws(Problem) -> Authorisation {
        guard let bytes = try? body.canonicalBytes() else { throw Problem(.badRequest) }
        do throws(InvalidAuthorisation) {
            return try Authorisation(parsing: bytes)
        } catch {
            throw Problem.badRequest(error)
        }
    }
}
