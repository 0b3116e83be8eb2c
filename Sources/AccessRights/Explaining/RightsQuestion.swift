public import CanonicalJSON
public import Facts

/// What somebody wants explained: a request of an application, or everything that it may see.
public struct RightsQuestion: Hashable, Sendable {
    public let application: ApplicationID
    /// `nil`: everything that the application may see is asked.
    public let request: Request?

    /// One request.
    public struct Request: Hashable, Sendable {
        public let purpose: PurposeID
        public let wish: AccessRequest.Wish
        public let namesDossier: Bool
        public let identifiesOfficial: Bool
    }

    /// Reads `application`, and for one request `purpose`, `select` (attributes and groups) or
    /// `verification`, `dossier` and `official` (both true or false). What is wrong is noted by
    /// the reader; it is `nil` then.
    public init?(readingFrom reader: inout JSONReader) {
        let application = reader.string("application", expected: "the name of an application") {
            try ApplicationID(parsing: $0)
        }
        let dossier = reader.flag("dossier")
        let official = reader.flag("official")
        let purpose = reader.optionalString("purpose", expected: "the name of a purpose") {
            try PurposeID(parsing: $0)
        }
        let verification = reader.optionalString(
            "verification", expected: "the name of a verification"
        ) { VerificationID(rawValue: $0) }
        let selected = reader.optionalStrings("select", expected: "an attribute or a group") {
            text -> [AttributeID]? in
            AttributeGroup(rawValue: text)?.attributes
                ?? AttributeID(rawValue: text).map { [$0] }
        }
        guard let application else { return nil }
        self.application = application
        let wish =
            verification.map { AccessRequest.Wish.verification($0) }
            ?? selected.map { .attributes(Set($0.joined())) }
        guard let purpose else {
            if wish != nil { reader.report(.missing, at: "purpose") }
            request = nil
            return
        }
        guard let wish, verification == nil || selected == nil else {
            reader.report(
                .invalid(expected: "given, or a verification, and not both"), at: "select")
            return nil
        }
        request = Request(
            purpose: purpose, wish: wish, namesDossier: dossier, identifiesOfficial: official)
    }
}

extension JSONReader {
    /// True or false; false when it is absent.
    fileprivate mutating func flag(_ name: String) -> Bool {
        guard let value = optionalValue(name) else { return false }
        if value.bool == nil { report(.wrongType(expected: .boolean), at: name) }
        return value == true
    }
}

extension RightsHistory {
    /// Answers a question about a registered application, for programs and for people (`lines`).
    public func answer(
        _ question: RightsQuestion, about application: RegisteredApplication,
        on day: CalendarDate
    ) -> JSONValue {
        guard let request = question.request else {
            let rights = visible(to: application.id, of: application.organisation, on: day)
            let lines =
                rights.isEmpty
                ? ["\(application.id) may see nothing today"] : rights.flatMap(\.lines)
            return [
                "application": .string(application.id.text), "day": .string(day.text),
                "organisation": .string(application.organisation.digits),
                "rights": .array(rights.map(\.json)),
                "explanation": .array(lines.map { .string($0) }),
            ]
        }
        let asked = AccessRequest(
            organisation: application.organisation, application: application.id,
            purpose: request.purpose, wish: request.wish, namesDossier: request.namesDossier,
            identifiesOfficial: request.identifiesOfficial,
            missingRole: application.roles.contains(.consumer) ? nil : .consumer)
        return explain(asked, on: day).json
    }
}
