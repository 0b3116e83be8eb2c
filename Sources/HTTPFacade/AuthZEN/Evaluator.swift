import AccessRights
import CanonicalJSON
import Facts
import Gateway

/// Translates requests of AuthZEN into those that the rights decide, and their decisions back, as
/// `Contracts/authzen/README.md` describes.
struct Evaluator: Sendable {
    let live: LiveRights
    let time: any TimeSource
    let applications: @Sendable () -> ApplicationRegister

    /// - Parameter caller: the application that asks; about others only those may who oversee.
    func evaluate(
        _ evaluation: Evaluation, for caller: RegisteredApplication
    ) throws(EvaluationFault) -> EvaluationAnswer {
        let isOfficial = evaluation.subject.type == "official"
        guard isOfficial || evaluation.subject.type == "application" else {
            return .denied("unknownSubjectType")
        }
        let name =
            isOfficial
            ? evaluation.subject.properties["application"]?.string : evaluation.subject.id
        let oversees = !caller.roles.isDisjoint(with: Self.overseers)
        guard name == caller.id.text || oversees else { throw .foreign }
        guard let name, let id = try? ApplicationID(parsing: name),
            let application = applications().application(id)
        else { return .denied("unknownApplication") }
        guard let purpose = Self.purpose(evaluation.actionProperties) else {
            return .denied("purposeNotNamed")
        }
        guard let wish = Self.wish(evaluation) else { return .denied("unknownResource") }
        // A right that is over does not come back because the asker names an earlier day, or lives
        // in another zone.
        let today = time.today()
        let asked = evaluation.day ?? today
        let day = oversees ? asked : max(asked, today)
        let request = AccessRequest(
            organisation: application.organisation, application: application.id,
            purpose: purpose, wish: wish,
            namesDossier: Self.isGiven(evaluation.context["dossier"]),
            identifiesOfficial: isOfficial,
            missingRole: application.roles.contains(.consumer) ? nil : .consumer)
        guard let rights = live.rights(on: day) else { throw .rightsUnknown }
        return Self.answer(rights.decide(request, on: day), rights)
    }

    private static let overseers: Set<ApplicationRole> = [.auditor, .dpo, .controlCommission]

    /// The processing activity (NLGov profile) is the purpose: its name, or its URN.
    private static func purpose(_ properties: JSONObject) -> PurposeID? {
        guard let text = properties["processing_activity_id"]?.string else { return nil }
        let prefix = "urn:onlyonce:purpose:"
        return try? PurposeID(
            parsing: text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : text[...])
    }

    private static func wish(_ evaluation: Evaluation) -> AccessRequest.Wish? {
        let resource = evaluation.resource
        switch (evaluation.action, resource.type) {
        case ("verify", "verification"):
            return VerificationID(rawValue: resource.id).map { .verification($0) }
        case ("consult", _):
            guard let group = AttributeGroup(rawValue: resource.type) else { return nil }
            let names = [resource.id] + (resource.properties["select"]?.array ?? []).map(\.string)
            var wanted: Set<AttributeID> = []
            for name in names {
                if name == group.rawValue {
                    wanted.formUnion(group.attributes)
                } else if let id = name.flatMap(AttributeID.init), id.group == group {
                    wanted.insert(id)
                } else {
                    return nil
                }
            }
            return .attributes(wanted)
        default: return nil
        }
    }

    private static func isGiven(_ value: JSONValue?) -> Bool {
        switch value {
        case nil, .null, .bool(false): false
        case .bool(true), .integer, .number, .string, .array, .object: true
        }
    }

    private static func answer(
        _ decision: AccessDecision, _ rights: AccessRights
    ) -> EvaluationAnswer {
        switch decision {
        case .refused(let refusal):
            return EvaluationAnswer(
                isAllowed: false, context: ["reasons": .array(refusal.reasons.map(\.json))])
        case .permitted(let grant):
            return EvaluationAnswer(
                isAllowed: true,
                context: ["obligations": .array([log([grant.authorisation]), bound(grant)])])
        case .conditional(let alternatives):
            // Looked for once, however many alternatives there are.
            let ids = Set(alternatives.map(\.grant.authorisation.id))
            let known = Dictionary(
                rights.authorisations.lazy.filter { ids.contains($0.id) }.map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            let population = alternatives.map { alternative -> JSONValue in
                let id = alternative.grant.authorisation.id
                let terms = known[id]
                var demands: JSONObject = [
                    "authorisation": .string(id.text),
                    "population": terms?.populationJSON ?? .null,
                ]
                for case .namedDossier(let kinds) in alternative.checks {
                    demands["openDossier"] = .array(kinds.sorted().map { .string($0.text) })
                }
                if alternative.grant.quota != nil { demands["quota"] = true }
                return .object(demands)
            }
            let obligations =
                [log(alternatives.map(\.grant.authorisation))]
                + alternatives.prefix(1).map { bound($0.grant) } + [
                    obligation("population", ["anyOf": .array(population)])
                ]
            return EvaluationAnswer(
                isAllowed: true, context: ["obligations": .array(obligations)])
        }
    }

    /// The consult is to be recorded, under one of these authorisations, before data is given.
    private static func log(_ authorisations: [AuthorisationReference]) -> JSONValue {
        obligation(
            "log",
            [
                "authorisations": .array(
                    authorisations.map {
                        ["id": .string($0.id.text), "hash": .string($0.hash.hexadecimal)]
                    })
            ])
    }

    /// No more than this is to be given.
    private static func bound(_ grant: Grant) -> JSONValue {
        switch grant.wish {
        case .attributes(let ids):
            obligation(
                "attributes",
                ["only": .array(ids.map(\.rawValue).sorted().map { .string($0) })])
        case .verification(let id):
            obligation("verification", ["only": .string(id.rawValue)])
        case .reference(let kind, let days):
            obligation(
                "reference", ["kind": .string(kind.text), "days": .integer(Int64(days))])
        }
    }

    private static func obligation(_ name: String, _ properties: JSONObject) -> JSONValue {
        [
            "id": .string(name), "type": .string("urn:onlyonce:obligation:\(name)"),
            "properties": .object(properties),
        ]
    }
}
