import AccessRights
import CanonicalJSON
import ConsultLog
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Answers the requests of one listener: finds the route, identifies the caller, reads the body,
/// writes the answer, and leaves a line in the log and a count, neither of them personal.
struct Responder: Sendable {
    let routes: RouteTable
    /// What is counted of requests that no route takes.
    let unrouted: RouteMetrics
    /// Who stands behind the connections; `nil` for a listener that knows no callers.
    let callers: Callers?
    let gate: RequestGate
    /// How many lines those leave who are no registered application.
    let lines: LineGate
    /// Who stands behind their requests.
    let tokens: TokenDoor
    let random: any RandomSource
    let date: HTTPDate
    let logger: Logger

    /// Answers one request.
    ///
    /// - Throws: when the connection breaks; whatever can be answered is answered.
    func respond(
        to request: Request, _ writer: consuming ResponseWriter, on channel: any Channel
    ) async throws {
        let started = ContinuousClock.now
        let trace = TraceNames(request.headers, random: random)
        let match = routes.match(request.head)
        let application = callers?.application(on: channel)
        let reply: Reply
        do {
            if let application { try gate.admit(application.id, at: started) }
            reply = try await answer(request, match, application, trace, on: channel)
        } catch let problem as Problem {
            if let limit = problem.limit { gate.meet(limit) }
            reply = isSCIM(request) ? problem.scimReply() : problem.reply(trace)
        } catch {
            // The caller left before the request was whole; there is nobody to answer.
            note(
                request.method, match, .badRequest, application, trace,
                started.duration(to: .now))
            throw error
        }
        let head = head(of: reply, trace)
        // Also when the caller did not wait for it.
        defer {
            note(
                request.method, match, reply.status, application, trace,
                started.duration(to: .now))
        }
        try await writer.write(response: head, body: ResponseBody(byteBuffer: reply.body))
    }

    /// What a client gets that does not speak HTTP.
    ///
    /// It is counted and leaves no line: this runs on the event loop, where a line that cannot be
    /// written would hold up every connection, and anybody can bring it about.
    func malformed() -> Reply {
        let trace = TraceNames(HTTPFields(), random: random)
        var reply = Problem.notHTTP.reply(trace)
        reply.headers = head(of: reply, trace).headerFields
        unrouted.count(reply.status.code, .zero)
        return reply
    }

    private func answer(
        _ request: Request, _ match: RouteTable.Match, _ application: RegisteredApplication?,
        _ trace: TraceNames, on channel: any Channel
    ) async throws -> Reply {
        switch match {
        case .unknownPath: throw Problem(.resourceNotFound)
        case .wrongMethod(let allowed): throw Problem.methodNotAllowed(allowed)
        case .found(let entry, let part):
            switch entry.route.handler {
            case .open(let answer): return try await answer(part)
            case .read(let role, let answer):
                let caller = try await caller(application, as: role, request, trace, on: channel)
                let parameters = Query.names(in: request.head)
                guard parameters.isEmpty else { throw Problem(unknownParameters: parameters) }
                return try await answer(part, caller)
            case .overseen(let roles, let answer):
                var bearer = try await bearer(application, request, on: channel)
                var caller = try CallerContext(application, asOneOf: roles, for: bearer, trace)
                let parameters = Query.names(in: request.head)
                guard parameters.isEmpty else { throw Problem(unknownParameters: parameters) }
                let began = ContinuousClock.now
                let body = entry.route.method == .get ? nil : try await body(of: request)
                let present = callers?.application(on: channel)
                if present != application || Self.isLongAgo(began) {
                    bearer = try await self.bearer(present, request, on: channel)
                    caller = try CallerContext(present, asOneOf: roles, for: bearer, trace)
                }
                return try await gate.work { () async throws(Problem) in
                    try await answer(part, body, caller)
                }
            case .scim(let role, let answer):
                var caller = try await caller(application, as: role, request, trace, on: channel)
                let hasBody = [.post, .put, .patch].contains(request.method)
                let began = ContinuousClock.now
                let body = hasBody ? try await value(of: request) : nil
                let present = callers?.application(on: channel)
                if present != application || Self.isLongAgo(began) {
                    caller = try await self.caller(
                        present, as: role, request, trace, on: channel)
                }
                return try await answer(
                    SCIMRequest(
                        part: part, parameters: Query.parameters(in: request.head), body: body),
                    caller)
            case .page(let answer):
                return try await answer(
                    PageRequest(
                        parameters: Query.parameters(in: request.head),
                        cookies: request.headers[.cookie]))
            case .body(let answer):
                let parameters = Query.names(in: request.head)
                guard parameters.isEmpty else { throw Problem(unknownParameters: parameters) }
                let bytes = try await bytes(of: request)
                return try await answer(Array(bytes.readableBytesView))
            case .called(let role, let answer):
                var caller = try await caller(application, as: role, request, trace, on: channel)
                let parameters = Query.names(in: request.head)
                guard parameters.isEmpty else { throw Problem(unknownParameters: parameters) }
                let began = ContinuousClock.now
                let body = try await body(of: request)
                let present = callers?.application(on: channel)
                if present != application || Self.isLongAgo(began) {
                    caller = try await self.caller(
                        present, as: role, request, trace, on: channel)
                }
                return try await gate.work { () async throws(Problem) in
                    try await answer(body, caller)
                }
            }
        }
    }

    /// Whether a body took so long that what was true of the official before it may not be any
    /// more: a token ends, an official leaves. The application is looked at again in any case.
    private static func isLongAgo(_ began: ContinuousClock.Instant) -> Bool {
        began.duration(to: .now) > .milliseconds(250)
    }

    /// Who asks: an application, and with a token an official or a citizen behind it.
    private func caller(
        _ application: RegisteredApplication?, as role: ApplicationRole, _ request: Request,
        _ trace: TraceNames, on channel: any Channel
    ) async throws(Problem) -> CallerContext {
        let bearer = try await bearer(application, request, on: channel)
        return try CallerContext(application, as: role, for: bearer, trace)
    }

    /// Whom the application asks for; `nil` without a token. A token that is not good ends the
    /// request before anything of it is looked at.
    private func bearer(
        _ application: RegisteredApplication?, _ request: Request, on channel: any Channel
    ) async throws(Problem) -> TokenBearer? {
        guard application != nil else { throw Problem(.missingPermission) }
        guard let field = request.headers[.authorization] else { return nil }
        let certificate = callers?.registry.certificate(on: channel)
        return try await tokens.bearer(field, presentedBy: certificate?.identity.fingerprint)
    }

    /// Reads the body; what is sent must be JSON, and so must be what is accepted.
    private func body(of request: Request) async throws -> JSONValue {
        guard MediaTypes.acceptsJSON(request.headers[.accept]) else {
            throw Problem(.notAcceptable)
        }
        return try await value(of: request, as: [MediaTypes.json])
    }

    /// Whether the personnel system asks, which reads problems in another form.
    private func isSCIM(_ request: Request) -> Bool {
        callers != nil && request.head.path?.hasPrefix("/scim/") == true
    }

    /// Reads a body of JSON, by these names.
    private func value(
        of request: Request, as types: Set<String> = [MediaTypes.json, MediaTypes.scim]
    ) async throws -> JSONValue {
        guard MediaTypes.isJSON(request.headers[.contentType], types) else {
            throw Problem(.unsupportedMediaType)
        }
        let bytes = try await bytes(of: request)
        do throws(JSONFailure) {
            return try JSONValue(
                parsing: bytes.readableBytesView,
                limits: JSONLimits(size: gate.limits.largestBody, depth: 16))
        } catch {
            throw Problem.badRequest(error)
        }
    }

    /// Reads a body of whatever kind, as long as it is not compressed, up to the limit.
    private func bytes(of request: Request) async throws -> ByteBuffer {
        guard request.headers[.contentEncoding] == nil else {
            throw Problem(.unsupportedMediaType)
        }
        let largest = gate.limits.largestBody
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > largest {
            gate.meet(.body)
            throw Problem.payloadTooLarge(limit: largest)
        }
        do {
            return try await request.body.collect(upTo: largest)
        } catch is NIOTooManyBytesError {
            gate.meet(.body)
            throw Problem.payloadTooLarge(limit: largest)
        } catch is HTTPParserError {
            throw Problem.notHTTP
        }
    }

    private func head(of reply: Reply, _ trace: TraceNames) -> HTTPResponse {
        var headers = reply.headers
        headers[.contentType] = reply.contentType
        // An answer without content has no length (RFC 9110 §8.6).
        if reply.status != .noContent {
            headers[.contentLength] = String(reply.body.readableBytes)
        }
        headers[.date] = date.text
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        headers[.belGovTraceID] = trace.answer
        if let request = trace.request { headers[.requestID] = request }
        if let related = trace.related { headers[.belGovRelatedTraceID] = related }
        return HTTPResponse(status: reply.status, headerFields: headers)
    }

    private func note(
        _ method: HTTPRequest.Method, _ match: RouteTable.Match, _ status: HTTPResponse.Status,
        _ application: RegisteredApplication?, _ trace: TraceNames, _ duration: Duration
    ) {
        let route: String
        switch match {
        case .found(let entry, _):
            entry.metrics.count(status.code, duration)
            route = entry.route.path.template
        case .wrongMethod, .unknownPath:
            unrouted.count(status.code, duration)
            route = "none"
        }
        var unwritten = 0
        if application == nil {
            // Anybody can ask: what a flood of such requests leaves is a number.
            guard let before = lines.take(at: .now) else { return }
            unwritten = before
        }
        let microseconds =
            duration.components.seconds * 1_000_000
            + duration.components.attoseconds / 1_000_000_000_000
        var metadata: Logger.Metadata = [
            "method": "\(RouteMetrics.known(method))", "route": "\(route)",
            "status": "\(status.code)", "duration_us": "\(microseconds)",
            "application": "\(application?.id.text ?? "none")", "trace": "\(trace.answer)",
        ]
        if unwritten > 0 { metadata["unwritten"] = "\(unwritten)" }
        logger.info("answered", metadata: metadata)
    }
}
