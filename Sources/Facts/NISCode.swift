/// The code of a municipality in the list of the national statistics institute (NIS/INS code):
/// five digits, `21015` for Schaerbeek.
public struct NISCode: Hashable, Sendable, Comparable {
    /// The five digits.
    public let digits: String

    public init(parsing text: some StringProtocol) throws(InvalidIdentifier) {
        let digits = try Digits(text, count: 5, kind: .nisCode)
        guard (1...9).contains(digits[0..<1]) else { throw InvalidIdentifier(.nisCode, .prefix) }
        self.digits = digits.text
    }

    /// A code from a list of ours, known to be well formed.
    init(known digits: String) { self.digits = digits }

    public static func < (left: NISCode, right: NISCode) -> Bool { left.digits < right.digits }
}
