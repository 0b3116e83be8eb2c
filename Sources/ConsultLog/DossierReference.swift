public import Facts

/// The dossier (dossier, dossier) of the caller to which a consult belongs. It can hold a name, so
/// printing it hides it.
public struct DossierReference: Hashable, Sendable, Redacted {
    public let text: String

    /// Reads 1 to 128 printable characters.
    public init(parsing text: some StringProtocol) throws(InvalidText) {
        self.text = try BoundedText.check(text)
    }
}
