/// What came of looking at a token. Printing it shows no official.
public enum TokenVerdict: Hashable, Sendable {
    case accepted(VerifiedToken)
    case refused(TokenRefusal)
}
