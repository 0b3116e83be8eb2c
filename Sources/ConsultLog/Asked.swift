public import AccessRights

/// The intent to ask a source about one subject, and the right that allows it.
public struct Asked: Hashable, Sendable {
    public let request: LoggedRequest
    public let authorisation: AuthorisationReference
    /// What is asked of which source.
    public let operation: SourceOperation

    public init(
        request: LoggedRequest, authorisation: AuthorisationReference, operation: SourceOperation
    ) {
        self.request = request
        self.authorisation = authorisation
        self.operation = operation
    }
}
