/// What tells one person from another without naming either: 16 bytes of a keyed code.
public struct ActorMark: Hashable, Sendable {
    /// In 32 hexadecimal digits, small letters.
    public let text: String

    /// - Parameter code: 16 bytes.
    public init(_ code: some Collection<UInt8>) {
        precondition(code.count == 16, "a mark has 16 bytes")
        let digits = Array("0123456789abcdef".utf8)
        let text = code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        self.text = String(decoding: text, as: UTF8.self)
    }

    /// Reads 32 hexadecimal digits, small letters.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        let isMark =
            text.utf8.count == 32
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isMark else { throw InvalidName() }
        self.text = String(text)
    }
}
