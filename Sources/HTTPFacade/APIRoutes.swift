import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway
import ParkingCards

/// The operations of the api listener.
struct APIRoutes: Sendable {
    let gateway: Gateway
    let assess: ParkingCardAssessment
    /// Whether officials are known here, so that only one of them can declare.
    var knowsOfficials = false

    var all: [Route] {
        [persons, households, vehicles, drivingLicences, enterprises, verifications, assessments]
    }

    private var persons: Route {
        let selection = Selection(.person)
        return .post("/v1/persons/get") { body, caller throws(Problem) in
            let request = try FactRequest(body, selection) { $0.ssin("ssin") }
            let result = await gateway.person(
                request.subject, request.attributes, in: request.context(of: caller))
            return try Reply(try result.answer().json("person") { $0.json })
        }
    }

    private var households: Route {
        let selection = Selection(.household)
        return .post("/v1/households/get") { body, caller throws(Problem) in
            let request = try FactRequest(body, selection) { $0.ssin("ssin") }
            let result = await gateway.household(
                of: request.subject, request.attributes, in: request.context(of: caller))
            return try Reply(try result.answer().json("household") { $0.json })
        }
    }

    private var vehicles: Route {
        let selection = Selection(.vehicle)
        return .post("/v1/vehicles/get") { body, caller throws(Problem) in
            let request = try FactRequest(body, selection) { $0.plate("plate") }
            let result = await gateway.vehicle(
                request.subject, request.attributes, in: request.context(of: caller))
            return try Reply(try result.answer().json("vehicle") { $0.json })
        }
    }

    private var drivingLicences: Route {
        let selection = Selection(.drivingLicence)
        return .post("/v1/drivingLicences/get") { body, caller throws(Problem) in
            let request = try FactRequest(body, selection) { $0.ssin("ssin") }
            let result = await gateway.licences(
                of: request.subject, request.attributes, in: request.context(of: caller))
            return try Reply(
                try result.answer().json("drivingLicences") { .array($0.map(\.json)) })
        }
    }

    private var enterprises: Route {
        let selection = Selection(.enterprise)
        return .post("/v1/enterprises/get") { body, caller throws(Problem) in
            let request = try FactRequest(body, selection) {
                $0.enterpriseNumber("enterpriseNumber")
            }
            let result = await gateway.enterprise(
                request.subject, request.attributes, in: request.context(of: caller))
            return try Reply(try result.answer().json("enterprise") { $0.json })
        }
    }

    private var verifications: Route {
        .post("/v1/verifications") { body, caller throws(Problem) in
            let request = try VerificationRequest(body)
            let context = request.context(of: caller)
            switch request.question {
            case .verdict(let verification):
                let result = await gateway.verify(verification, in: context)
                return try Reply(try result.answer().json)
            case .householdSize(let ssin):
                let result = await gateway.householdSize(of: ssin, in: context)
                return try Reply(try result.answer().json)
            }
        }
    }

    private var assessments: Route {
        .post("/v1/parkingCards/assessments") { body, caller throws(Problem) in
            let request = try AssessmentRequest(body, at: gateway.now())
            let context = request.context(of: caller)
            try await admit(request.application.declarations, of: request.application, context)
            let decision: Decision
            do throws(AssessmentFailure) {
                decision = try await assess(request.application, context)
            } catch {
                throw Problem(error)
            }
            return try Reply { () throws(JSONFailure) in
                try decision.canonicalBytes(in: request.application.language)
            }
        }
    }

    /// Who declares answers for it: somebody whom a token identifies, where officials are known.
    private func admit(
        _ declarations: [Declaration], of application: CardApplication, _ context: ConsultContext
    ) async throws(Problem) {
        guard knowsOfficials, !declarations.isEmpty, context.caller.official == nil else { return }
        let refusal = Refusal(reasons: [.officialRequired])
        let consult: ConsultID
        do throws(LogFailure) {
            consult = try await gateway.refuse(
                .verification(.householdPseudonyms), about: .person(application.applicant),
                in: context, because: refusal)
        } catch {
            throw Problem(AssessmentFailure.refusalNotRecorded)
        }
        throw Problem(AssessmentFailure.refused(refusal, consult))
    }
}
