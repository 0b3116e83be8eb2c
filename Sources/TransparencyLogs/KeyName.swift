/// The name of a key that signs notes: not empty, without spaces or plus signs (C2SP signed-note).
///
/// Names are compared byte by byte, not as people read them.
public struct KeyName: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// `nil` unless it can be a name.
    public init?(_ text: String) {
        let isForbidden = { (scalar: Unicode.Scalar) in
            scalar.properties.isWhitespace || scalar == "+" || scalar.value < 0x20
        }
        guard !text.isEmpty, !text.unicodeScalars.contains(where: isForbidden) else { return nil }
        self.text = text
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        self.init(text)
    }

    public static func == (left: KeyName, right: KeyName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    public var description: String { text }
}
