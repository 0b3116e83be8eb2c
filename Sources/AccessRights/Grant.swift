/// A permission: what may be given, under which authorisation.
public struct Grant: Hashable, Sendable {
    public let authorisation: AuthorisationReference
    /// What was asked and is allowed; an answer is cut down to it.
    public let wish: AccessRequest.Wish
    public let purpose: Purpose
    public let retention: RetentionClass
    /// How often it can be used; reserved before each use. `nil` when there is no bound.
    public let quota: Quota?

    public init(
        authorisation: AuthorisationReference, wish: AccessRequest.Wish, purpose: Purpose,
        retention: RetentionClass, quota: Quota? = nil
    ) {
        self.authorisation = authorisation
        self.wish = wish
        self.purpose = purpose
        self.retention = retention
        self.quota = quota
    }
}
