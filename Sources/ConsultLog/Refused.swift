public import AccessRights

/// A request that was refused, with the reasons.
public struct Refused: Hashable, Sendable {
    /// How many reasons are written down; more would not fit an entry.
    public static let mostReasons = 200

    public let request: LoggedRequest
    /// The authorisation that came nearest, when one did.
    public let authorisation: AuthorisationReference?
    /// What would have been asked, when the request was understood that far.
    public let operation: SourceOperation?
    public let reasons: [RefusalReason]
    /// How many further reasons there were.
    public let omittedReasons: Int

    public init(
        request: LoggedRequest, authorisation: AuthorisationReference? = nil,
        operation: SourceOperation? = nil, refusal: Refusal
    ) {
        self.init(
            request: request, authorisation: authorisation, operation: operation,
            reasons: Array(refusal.reasons.prefix(Self.mostReasons)),
            omittedReasons: max(0, refusal.reasons.count - Self.mostReasons))
    }

    init(
        request: LoggedRequest, authorisation: AuthorisationReference?,
        operation: SourceOperation?, reasons: [RefusalReason], omittedReasons: Int
    ) {
        self.request = request
        self.authorisation = authorisation
        self.operation = operation
        self.reasons = reasons
        self.omittedReasons = omittedReasons
    }
}
