/// The identity of a log: the first line of its checkpoints (C2SP tlog-checkpoint).
///
/// Origins are compared byte by byte, not as people read them.
public struct LogOrigin: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// `nil` when it is empty or has a control character.
    public init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(where: { $0 < 0x20 }) else { return nil }
        self.text = text
    }

    /// The origin of the log whose key has this name, as is the custom.
    public init(_ name: KeyName) { text = name.text }

    public static func == (left: LogOrigin, right: LogOrigin) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    public var description: String { text }
}
