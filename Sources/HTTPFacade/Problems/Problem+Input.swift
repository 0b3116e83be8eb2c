import AccessRights
import CanonicalJSON

/// Input that is wrong: every issue names a field, and none holds its value.
extension Problem {
    private static let belgif = "urn:problem-type:belgif:input-validation:"
    private static let extended = "urn:problem-type:belgif-ext:input-validation:"

    /// A body that is not JSON.
    static func badRequest(_ failure: JSONFailure) -> Problem {
        if case .tooLarge(let limit) = failure { return .payloadTooLarge(limit: limit) }
        return badRequest([
            issue(belgif + "schemaViolation", "Schema violation", failure.description, nil)
        ])
    }

    /// What is no request of HTTP, at its beginning or within.
    static var notHTTP: Problem {
        Problem(.badRequest, ["detail": "The request is not well-formed HTTP"])
    }

    /// Parameters behind a path that takes none. A name could be somebody's number: it is shown as
    /// the name of an unknown field is.
    init(unknownParameters names: [String]) {
        self = Self.badRequest(
            names.map { name in
                Self.issue(
                    Self.belgif + "unknownInput", "Unknown input",
                    "is not a known parameter: everything is asked in the body",
                    name.isEmpty ? nil : JSONFieldIssue.shown(name), in: "query")
            })
    }

    /// A body whose fields are wrong.
    static func badRequest(_ failure: JSONFieldIssues) -> Problem {
        badRequest(failure.issues.map(issue))
    }

    /// The document of an authorisation that is wrong.
    static func badRequest(_ invalid: InvalidAuthorisation) -> Problem {
        badRequest(
            invalid.issues.prefix(50).map { issue in
                Self.issue(
                    belgif + "schemaViolation", "Schema violation", issue.problem,
                    issue.path.isEmpty ? nil : JSONFieldIssue.shown(issue.path))
            })
    }

    /// A value that is well formed and refers to nothing that exists.
    init(unknownReference field: String, _ detail: String) {
        self = Self.badRequest([
            Self.issue(
                Self.belgif + "referencedResourceNotFound", "Referenced resource not found", detail,
                field)
        ])
    }

    private static func badRequest(_ issues: [JSONValue]) -> Problem {
        Problem(
            .badRequest,
            ["detail": "The input message is incorrect", "issues": .array(issues)])
    }

    private static func issue(_ issue: JSONFieldIssue) -> JSONValue {
        let name = name(issue.pointer)
        switch issue.kind {
        case .missing:
            return self.issue(extended + "requiredInput", "Required input", "is missing", name)
        case .unknown:
            return self.issue(
                belgif + "unknownInput", "Unknown input", "is not a known field", name)
        case .wrongType(let expected):
            return self.issue(
                belgif + "schemaViolation", "Schema violation",
                "must be of type \(expected.rawValue)", name)
        case .invalid(let expected):
            switch FieldRule(rawValue: expected)?.kind ?? .form {
            case .structure:
                return self.issue(
                    extended + "invalidStructure", "Invalid structure", "must be \(expected)", name)
            case .form:
                return self.issue(
                    belgif + "schemaViolation", "Schema violation", "must be \(expected)", name)
            case .combination:
                return self.issue(
                    extended + "exactlyOneOfExpected", "Exactly one expected",
                    "must be \(expected)", name)
            case .period:
                return self.issue(
                    extended + "invalidPeriod", "Invalid period", "must be \(expected)", name)
            }
        }
    }

    private static func issue(
        _ type: String, _ title: String, _ detail: String, _ name: String?,
        in place: String = "body"
    ) -> JSONValue {
        var issue: JSONObject = [
            "type": .string(type), "title": .string(title), "detail": .string(detail),
            "in": .string(place),
        ]
        issue["name"] = name.map { .string($0) }
        return .object(issue)
    }

    /// A JSON pointer as the belgif guide writes places: `select[2]`, `applicant.ssin`.
    private static func name(_ pointer: String) -> String? {
        guard !pointer.isEmpty else { return nil }
        var name = ""
        for token in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            if !token.isEmpty, token.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                name += "[\(token)]"
            } else {
                name += name.isEmpty ? String(token) : ".\(token)"
            }
        }
        return name
    }
}
