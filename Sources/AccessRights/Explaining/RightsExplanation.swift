public import CanonicalJSON
public import Facts

/// Why a request is decided as it is, and which right would be needed for it.
public struct RightsExplanation: Hashable, Sendable {
    /// An authorisation for the application and the purpose, whatever became of it.
    public struct Candidate: Hashable, Sendable {
        public let authorisation: AuthorisationReference
        public let state: RightsState
        /// What it would lack if it were in force; empty when its state alone is in the way.
        public let lacks: [RefusalReason]
    }

    public let request: AccessRequest
    public let day: CalendarDate
    public let decision: AccessDecision
    /// By id.
    public let candidates: [Candidate]
}

extension RightsHistory {
    /// Explains what is decided about a request on a day. It asks nothing about anybody: a
    /// decision depends on a subject through the population alone.
    public func explain(_ request: AccessRequest, on day: CalendarDate) -> RightsExplanation {
        let lives = authorisations.filter { life in
            guard let terms = life.terms(on: day)?.terms else { return false }
            return terms.organisation == request.organisation
                && terms.purpose.id == request.purpose
                && terms.applications.covers(request.application)
        }
        let candidates = lives.flatMap { life in
            // A version that waits for approval counts beside the one that it would replace.
            var versions: [(Authorisation, RightsState)] = []
            if let terms = life.approved(on: day) { versions.append((terms, life.state(on: day))) }
            if let pending = life.pending { versions.append((pending.terms, pending.state)) }
            if versions.isEmpty, let terms = life.terms(on: day) {
                versions.append((terms, life.state(on: day)))
            }
            return versions.map { terms, state in
                RightsExplanation.Candidate(
                    authorisation: terms.reference, state: state,
                    lacks: Self.lacks(terms, request, day))
            }
        }
        return RightsExplanation(
            request: request, day: day, decision: rights(on: day).decide(request, on: day),
            candidates: candidates)
    }

    private static func lacks(
        _ authorisation: Authorisation, _ request: AccessRequest, _ day: CalendarDate
    ) -> [RefusalReason] {
        guard let alone = try? AccessRights([authorisation]),
            case .refused(let refusal) = alone.decide(request, on: day)
        else { return [] }
        return refusal.reasons
    }
}

extension RightsExplanation {
    /// The explanation in sentences, for people.
    public var lines: [String] {
        switch decision {
        case .permitted(let grant):
            return ["allowed under \(grant.authorisation.id)"]
        case .conditional(let alternatives):
            return alternatives.map { alternative in
                "allowed under \(alternative.grant.authorisation.id) if "
                    + alternative.demands.joined(separator: ", and ")
            }
        case .refused(let refusal):
            return refusal.reasons.map { "refused: \($0.words)" } + needed
        }
    }

    /// Which right would have been needed.
    public var needed: [String] {
        guard case .refused = decision else { return [] }
        let sleeping = candidates.filter { $0.lacks.isEmpty && $0.state != .active }
        var lines = sleeping.map { "\($0.authorisation.id) would allow it, but is \($0.state)" }
        lines += candidates.filter { !$0.lacks.isEmpty }.map { candidate in
            "\(candidate.authorisation.id) (\(candidate.state)) lacks: "
                + candidate.lacks.map(\.words).joined(separator: "; ")
        }
        if request.missingRole != nil || sleeping.isEmpty { lines.append(neededRight) }
        return lines
    }

    private var neededRight: String {
        var text =
            "needed: one authorisation for organisation \(request.organisation.digits), "
            + "application \(request.application), purpose \(request.purpose), that holds on "
            + "\(day.text) and grants \(request.wish.words)"
        if !request.namesDossier {
            text += "; without the condition of a dossier, or with one named"
        }
        if !request.identifiesOfficial {
            text += "; without the condition of an official, or with one identified"
        }
        if let role = request.missingRole {
            text += "; and the role \(role.rawValue) for the application"
        }
        return text
    }

    /// The explanation for programs.
    public var json: JSONValue {
        var object: JSONObject = [
            "decision": .string(decisionName), "day": .string(day.text),
            "application": .string(request.application.text),
            "organisation": .string(request.organisation.digits),
            "purpose": .string(request.purpose.text),
            "explanation": .array(lines.map { .string($0) }),
            "candidates": .array(candidates.map(\.json)),
        ]
        if case .refused(let refusal) = decision {
            object["reasons"] = .array(refusal.reasons.map(\.codeAndName))
        }
        return .object(object)
    }

    private var decisionName: String {
        switch decision {
        case .permitted: "permitted"
        case .conditional: "conditional"
        case .refused: "refused"
        }
    }
}

extension ConditionalGrant {
    /// What must prove true, in words.
    fileprivate var demands: [String] {
        var demands: [String] = []
        for check in checks {
            switch check {
            case .residence, .ownCitizen, .householdOfApplicant:
                demands.append(
                    "the subject is of its population, which is looked up first, in the "
                        + "gateway's own name, and logged")
            case .openDossier:
                demands.append(
                    "the subject is of its population, which the repertory of references tells")
            case .namedDossier: demands.append("the dossier that is named is open on the subject")
            }
        }
        if grant.quota != nil { demands.append("its quota of the day is not used up") }
        return demands
    }
}

extension RightsExplanation.Candidate {
    fileprivate var json: JSONValue {
        [
            "authorisation": .string(authorisation.id.text),
            "hash": .string(authorisation.hash.hexadecimal), "state": .string(state.rawValue),
            "lacks": .array(lacks.map(\.codeAndName)),
        ]
    }
}

extension AccessRequest.Wish {
    fileprivate var words: String {
        switch self {
        case .attributes(let ids): ids.map(\.rawValue).sorted().joined(separator: ", ")
        case .verification(let id): "the verification \(id.rawValue)"
        case .reference(let kind, let days): "to open a dossier \(kind) for \(days) days"
        }
    }
}
