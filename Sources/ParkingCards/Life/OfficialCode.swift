/// Stands for an official in the history of a card. Two officials are told apart by it, and nobody
/// is named (``CardKey/code(of:)``).
public struct OfficialCode: Hashable, Sendable {
    /// 32 small hexadecimal digits.
    public let text: String

    /// Reads 32 small hexadecimal digits; otherwise `nil`.
    public init?(parsing text: String) {
        guard text.utf8.count == 32,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = text
    }

    init(code: some Sequence<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in code.prefix(16) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        self.text = String(decoding: text, as: UTF8.self)
    }
}
