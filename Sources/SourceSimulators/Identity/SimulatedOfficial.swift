/// Somebody who can sign in at the simulated identity provider; nobody of them exists.
public struct SimulatedOfficial: Hashable, Sendable {
    /// The subject of the tokens.
    public let subject: String
    /// The number of the Belgian federal service's claim.
    public let egovNRN: String
    public let givenName: String
    public let surname: String

    public init(subject: String, egovNRN: String, givenName: String, surname: String) {
        self.subject = subject
        self.egovNRN = egovNRN
        self.givenName = givenName
        self.surname = surname
    }

    /// The officials of the demo. The numbers are of a series that is never given out.
    public static let samples = [
        SimulatedOfficial(
            subject: "official-anna", egovNRN: "85500390193", givenName: "Anna",
            surname: "Voorbeeld"),
        SimulatedOfficial(
            subject: "official-ben", egovNRN: "79460512329", givenName: "Ben",
            surname: "Exemple"),
    ]
}
