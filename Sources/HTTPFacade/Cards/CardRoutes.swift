import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway
import HTTPTypes
import Officials
import ParkingCards

/// The operations on applications for parking cards and on cards: one for each step of a life.
///
/// Every step is named by an `Idempotency-Key`. Sent again with the same body it is answered as
/// before; with another body it is a problem.
struct CardRoutes: Sendable {
    static let path = "/v1/parkingCards/applications"

    let office: CardOffice
    /// Where the roles of officials stand; without it nobody is known to work at the desk.
    let directory: OfficialDirectory?

    static func all(of office: CardOffice?, directory: OfficialDirectory?) -> [Route] {
        office.map { CardRoutes(office: $0, directory: directory).all } ?? []
    }

    var all: [Route] { [apply, get, query, letter] + decisions + holding + endings }

    /// A step that names a card, and what is read of it besides.
    func reading<Content: Sendable>(
        _ name: String, _ read: @escaping @Sendable (inout JSONReader) -> Content?
    ) -> CardStep<Content> {
        CardStep(routes: self, path: Self.path + "/" + name, read: read)
    }

    /// A step that needs nothing but the card.
    func step(
        _ name: String,
        _ take:
            @escaping @Sendable (CardID, CallerContext, CardOrder) async throws(Problem) -> [UInt8]
    ) -> Route {
        reading(name) { _ in true }.taking { card, _, caller, order throws(Problem) in
            try await take(card, caller, order)
        }
    }

    /// The official of the token, who works at the parking desk.
    func official(_ caller: CallerContext) async throws(Problem) -> OfficialCode {
        guard let name = caller.official else { throw Problem.noAccessToken }
        let standing: OfficialStanding?
        do throws(OfficialsFailure) {
            standing = try await directory?.standing(of: name)
        } catch {
            throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
        guard case .active(_, let roles) = standing, roles.contains(.parkingDesk) else {
            throw Problem(
                .missingPermission, ["detail": "The official has no role parkingDesk"])
        }
        return office.code(of: name)
    }

    func answered(
        _ work: () async throws(CardFailure) -> [UInt8]
    ) async throws(Problem) -> [UInt8] {
        do throws(CardFailure) {
            return try await work()
        } catch {
            throw Problem(error)
        }
    }

    func order(
        _ body: JSONValue, _ path: String, _ caller: CallerContext
    ) throws(Problem) -> CardOrder {
        _ = try caller.receiver()
        guard let name = caller.order else { throw Problem.idempotencyKey("is missing") }
        guard let content = try? body.canonicalBytes() else {
            throw Problem(.internalServerError)
        }
        guard
            let key = IdempotencyKey(
                name, of: caller.application.id, for: Array(path.utf8) + [0x0A] + content)
        else { throw Problem.idempotencyKey("must be 1 to 128 characters of printable ASCII") }
        return CardOrder(
            for: caller.application.organisation, by: .application(caller.application.id), key: key)
    }

    private var apply: Route {
        .post(.whole(Self.path)) { body, caller throws(Problem) in
            let request = try AssessmentRequest(body, at: office.now())
            let context = request.context(of: caller)
            // An application without the role is refused by the gateway, which logs it.
            let order = try await answered(
                for: request.application, order(body, Self.path, caller), caller)
            let answer = try await answered { () throws(CardFailure) in
                try await office.apply(request.application, in: context, by: order)
            }
            return try Reply(status: .created) { () throws(JSONFailure) in answer }
        }
    }

    /// Who declares, or says that an application came in earlier, answers for it by name.
    private func answered(
        for application: CardApplication, _ order: CardOrder, _ caller: CallerContext
    ) async throws(Problem) -> CardOrder {
        let says = application.appliedOn != nil && caller.official != nil
        guard says || !application.declarations.isEmpty else { return order }
        return CardOrder(
            for: order.organisation, by: .official(try await official(caller)), key: order.key)
    }

    private var get: Route {
        .post(.whole(Self.path + "/get")) { body, caller throws(Problem) in
            let request = try CardStepRequest(body) { _ in true }
            _ = try caller.receiver()
            let file: JSONValue
            do throws(CardFailure) {
                file = try await office.file(
                    request.card, for: caller.application.organisation)
            } catch {
                throw Problem(error)
            }
            return try Reply(file)
        }
    }

    private var letter: Route {
        .post(.whole(Self.path + "/letter")) { body, caller throws(Problem) in
            let request = try CardStepRequest(body) { reader in
                Optional.some(
                    reader.optionalString("language", expected: FieldRule.language.rawValue) {
                        Language(rawValue: $0)
                    })
            }
            _ = try caller.receiver()
            let letter: Letter
            do throws(CardFailure) {
                letter = try await office.letter(
                    about: request.card, in: request.content,
                    for: caller.application.organisation)
            } catch {
                throw Problem(error)
            }
            return try Reply([
                "letter": letter.json,
                "page": .string(String(decoding: letter.html, as: UTF8.self)),
            ])
        }
    }

    private var query: Route {
        .post(.whole(Self.path + "/query")) { body, caller throws(Problem) in
            let request = try CardQuery(body)
            _ = try caller.receiver()
            let page: [CardID]
            do throws(CardFailure) {
                page = try await office.cards(
                    in: request.municipality, request.state, after: request.after,
                    limit: request.limit, for: caller.application.organisation)
            } catch {
                throw Problem(error)
            }
            var answer: JSONObject = ["cards": .array(page.map { .string($0.description) })]
            if page.count == request.limit, let last = page.last {
                answer["next"] = .string(last.description)
            }
            return try Reply(.object(answer))
        }
    }
}
