public import Facts

/// What a citizen's token that was believed says. Printing it shows nothing.
public struct VerifiedCitizen: Hashable, Sendable, Redacted {
    public let ssin: SSIN
    public let issuedAt: Timestamp
    /// Without the skew of clocks.
    public let expires: Timestamp
}
