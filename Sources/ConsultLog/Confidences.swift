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

    var isEmpty: Bool { subject == nil && official == nil && dossier == nil && stated == nil }
}
