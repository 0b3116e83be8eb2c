import Facts

/// A sign-in that was begun: what the provider is asked, and must answer. Printing it shows nothing.
struct SignInAttempt: Hashable, Sendable, Redacted {
    let state: String
    let nonce: String
    let verifier: String
    let began: Timestamp
}
