import AccessRights
import CanonicalJSON
import CoreMetrics
import Gateway
import HTTPTypes

/// The access decisions for others to ask (AuthZEN Authorization API 1.0): whether something would
/// be allowed, without asking for it. Nothing is looked up and nothing is logged; it is counted.
struct EvaluationRoutes: Sendable {
    private let evaluator: Evaluator
    private let faces: RightsFaces
    /// Where this decision point is, as a URL without a path.
    private let base: @Sendable () async -> String?
    private let counters: EvaluationCounters
    private let mostEvaluations: Int

    init(
        _ faces: RightsFaces, applications: @escaping @Sendable () -> ApplicationRegister,
        base: @escaping @Sendable () async -> String?,
        mostEvaluations: Int = RequestLimits().largestBatch, metrics: any MetricsFactory
    ) {
        evaluator = Evaluator(
            live: faces.register.live, time: faces.time, applications: applications)
        self.faces = faces
        self.base = base
        self.mostEvaluations = mostEvaluations
        counters = EvaluationCounters(metrics)
    }

    /// Of the api listener.
    var api: [Route] { [evaluation, evaluations, metadata] }

    /// Of the web listener.
    var web: [Route] { [metadata] }

    private static let askers: Set<ApplicationRole> = [
        .consumer, .auditor, .dpo, .controlCommission,
    ]

    private var evaluation: Route {
        Route(
            method: .post, path: "/access/v1/evaluation",
            handler: .overseen(by: Self.askers) { _, body, caller throws(Problem) in
                try await demandRights()
                return try Reply(try single(body ?? .null, caller))
            })
    }

    private var evaluations: Route {
        Route(
            method: .post, path: "/access/v1/evaluations",
            handler: .overseen(by: Self.askers) { _, body, caller throws(Problem) in
                let batch: EvaluationBatch?
                do throws(EvaluationFault) {
                    batch = try EvaluationBatch(body ?? .null, most: mostEvaluations)
                } catch {
                    throw Problem(error)
                }
                // Without a list it is one evaluation (§7).
                try await demandRights()
                guard let batch else { return try Reply(try single(body ?? .null, caller)) }
                let answers = batch.answers { item in
                    answer(item, caller)
                }
                return try Reply(["evaluations": .array(answers.map(\.json))])
            })
    }

    private var metadata: Route {
        .get("/.well-known/authzen-configuration") { () throws(Problem) in
            guard let base = await base() else { throw Problem(.serviceUnavailable) }
            return try Reply([
                "policy_decision_point": .string(base),
                "access_evaluation_endpoint": .string(base + "/access/v1/evaluation"),
                "access_evaluations_endpoint": .string(base + "/access/v1/evaluations"),
            ])
        }
    }

    /// Looks at the rights when nobody did in time.
    private func demandRights() async throws(Problem) {
        guard await faces.register.rights(on: faces.time.today()) != nil else {
            throw .rightsUnknown
        }
    }

    private func single(
        _ body: JSONValue, _ caller: CallerContext
    ) throws(Problem) -> JSONValue {
        do throws(EvaluationFault) {
            let answer = try evaluator.evaluate(try Evaluation(body), for: caller.application)
            counters.count(answer)
            return answer.json
        } catch {
            throw Problem(error)
        }
    }

    /// An item of a batch: what is wrong with it is its answer.
    private func answer(_ item: JSONValue, _ caller: CallerContext) -> EvaluationAnswer {
        let answer: EvaluationAnswer
        do throws(EvaluationFault) {
            answer = try evaluator.evaluate(try Evaluation(item), for: caller.application)
        } catch {
            answer = EvaluationAnswer(
                isAllowed: false,
                context: [
                    "error": [
                        "status": .integer(Int64(error.status)), "message": .string(error.message),
                    ]
                ])
        }
        counters.count(answer)
        return answer
    }
}

extension Problem {
    fileprivate init(_ fault: EvaluationFault) {
        switch fault {
        case .malformed: self.init(.badRequest, ["detail": .string(fault.message)])
        case .tooMany:
            self.init(.badRequest, ["detail": .string(fault.message)])
            limit = .batch
        case .foreign: self.init(.missingPermission, ["detail": .string(fault.message)])
        case .rightsUnknown: self = .rightsUnknown
        }
    }
}
