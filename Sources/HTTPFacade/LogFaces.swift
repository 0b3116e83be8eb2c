public import LogProofs

/// What the facade shows of the consult log itself.
public struct LogFaces: Sendable {
    let receipts: ConsultReceipts
    let search: ConsultSearch
    let published: any LogSource
    let audited: any LogSource
    let reading: EntryReading

    /// - Parameters:
    ///   - published: what everybody may have of the log.
    ///   - audited: what auditors may have of it, its entries too.
    ///   - reading: asked before entries are handed to an auditor.
    public init(
        receipts: @escaping ConsultReceipts, search: @escaping ConsultSearch,
        published: any LogSource, audited: any LogSource, reading: @escaping EntryReading
    ) {
        self.receipts = receipts
        self.search = search
        self.published = published
        self.audited = audited
        self.reading = reading
    }
}
