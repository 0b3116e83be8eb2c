/// What came of looking at a token. Printing it shows no official.
public enum TokenVerdict: Hashable, Sendable {
    case accepted(VerifiedToken)
    /// It names the citizen who applies, and nobody who works for anybody.
    case citizen(VerifiedCitizen)
    case refused(TokenRefusal)
}
