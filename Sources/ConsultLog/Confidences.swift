/// What an entry holds boxed, before it is boxed. Printing it shows nothing.
public struct Confidences: Hashable, Sendable {
    public var subject: Subject?
    public var official: OfficialID?
    public var dossier: DossierReference?
    public var stated: StatedOutcome?

    public init(
        subject: Subject? = nil, official: OfficialID? = nil, dossier: DossierReference? = nil,
        stated: StatedOutcome? = nil
    ) {
        self.subject = subject
        self.official = official
        self.dossier = dossier
        self.stated = stated
    }

    /// How many there are.
    var count: Int {
        (subject == nil ? 0 : 1) + (official == nil ? 0 : 1) + (dossier == nil ? 0 : 1)
            + (stated == nil ? 0 : 1)
    }
}
