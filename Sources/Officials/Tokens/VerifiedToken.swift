public import ConsultLog
public import Facts

/// What a token that was believed says. Printing it shows nothing.
public struct VerifiedToken: Hashable, Sendable, Redacted {
    public let official: OfficialID
    public let issuedAt: Timestamp
    /// Without the skew of clocks.
    public let expires: Timestamp
}
