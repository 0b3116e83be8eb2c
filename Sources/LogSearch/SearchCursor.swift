/// Where a search goes on: behind the last entry that was shown, however the log grew since.
///
/// It belongs to one query. It holds an index and a code, and nothing of what was searched for.
public struct SearchCursor: Hashable, Sendable, CustomStringConvertible {
    /// 48 hexadecimal digits: an index, then the code.
    public let text: String

    /// Reads the written form, or `nil`; whether it fits a query shows when it is used.
    public init?(parsing text: some StringProtocol) {
        guard text.utf8.count == 48,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = String(text)
    }

    /// The cursor of a query behind an index.
    init(below index: UInt64, of query: SearchQuery, under key: CursorKey) {
        let code = key.code(index, query)
        text = Self.hexadecimal(index) + code.map(Self.hexadecimal).joined()
    }

    public var description: String { text }

    /// The index below which the search goes on; `nil` when the cursor is of another query.
    func index(in query: SearchQuery, under key: CursorKey) -> UInt64? {
        guard let index = UInt64(text.prefix(16), radix: 16),
            SearchCursor(below: index, of: query, under: key) == self
        else { return nil }
        return index
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
