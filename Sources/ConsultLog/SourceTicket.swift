/// A source's own name for one exchange (`ticketCBSS`), by which both sides can reconcile: 1 to 64
/// printable ASCII characters without spaces.
public struct SourceTicket: Hashable, Sendable {
    public let text: String

    /// - Throws: ``InvalidText`` for a text of another form.
    public init(parsing text: some StringProtocol) throws(InvalidText) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw InvalidText() }
        self.text = String(text)
    }
}
