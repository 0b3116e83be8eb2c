/// Why somebody is not signed in.
public enum SignInRefusal: Error, Hashable, Sendable {
    /// Nobody began it in this browser, or it took too long, or it was ended already.
    case unknownAttempt
    /// The identity provider did not sign anybody in.
    case providerRefused
    /// The identity token is not good.
    case wrongToken(TokenRefusal)
    /// The identity token is of another sign-in (OpenID Connect Core §3.1.3.7).
    case wrongNonce
    /// The provider is being asked about as many as it may be.
    case busy
    /// The official has left, or is not in the directory.
    case notAdmitted
    /// Nobody can say now.
    case failed(IdentificationFailure)
}
