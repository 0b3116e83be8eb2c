/// Where the identity provider says who signed in, for the code that a browser brought back
/// (RFC 6749 §4.1.3).
///
/// Conformers ask once, in the gateway's own name, within a bound of time and size.
public protocol TokenEndpoint: Sendable {
    /// The identity token, and what else the provider tells of the person.
    ///
    /// - Returns: `nil` when the provider refuses the code.
    /// - Throws: ``KeySetFailure`` when the provider gives no answer.
    func identity(
        for code: String, verifier: String, redirect: String
    ) async throws(KeySetFailure) -> IdentityAnswer?
}
