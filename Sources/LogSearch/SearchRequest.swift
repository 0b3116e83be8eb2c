public import ConsultLog

/// One page of a search.
public struct SearchRequest: Hashable, Sendable {
    /// The most entries of one page.
    public static let mostEntries = 1000

    public let query: SearchQuery
    /// Where an earlier page ended.
    public let cursor: SearchCursor?
    /// 1 to ``mostEntries``.
    public let limit: Int
    /// Which confidential fields are to be laid open.
    public let disclosing: Set<ConfidentialField>
    /// Whether the entries are handed over as a file.
    public let isExport: Bool

    public init(
        _ query: SearchQuery, after cursor: SearchCursor? = nil, limit: Int = 50,
        disclosing: Set<ConfidentialField> = [], isExport: Bool = false
    ) {
        precondition((1...Self.mostEntries).contains(limit), "a page has 1 to 1000 entries")
        self.query = query
        self.cursor = cursor
        self.limit = limit
        self.disclosing = disclosing
        self.isExport = isExport
    }
}
