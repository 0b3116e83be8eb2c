public import CanonicalJSON
public import ConsultLog

extension SearchRequest {
    /// Reads the criteria, the `cursor`, the `limit` and what to `disclose` among the members of an
    /// object; whoever uses the reader ends the reading.
    public init(readingFrom reader: inout JSONReader, isExport: Bool = false) {
        let query = SearchQuery(readingFrom: &reader)
        let cursor = reader.optionalString("cursor", expected: "a cursor of ours") {
            SearchCursor(parsing: $0)
        }
        let limit = reader.optionalInteger("limit", in: 1...Int64(Self.mostEntries))
        let fields = reader.optionalStrings("disclose", expected: "a confidential field") {
            ConfidentialField(rawValue: $0)
        }
        self.init(
            query, after: cursor, limit: Int(limit ?? 50), disclosing: Set(fields ?? []),
            isExport: isExport)
    }
}

extension StatedReason {
    /// Reads the `reason` of a search, which must be there.
    public static func read(from reader: inout JSONReader) -> StatedReason? {
        reader.string("reason", expected: "1 to 500 characters") {
            try StatedReason(parsing: $0)
        }
    }
}
