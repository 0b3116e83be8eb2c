/// A value that holds personal data and therefore never prints it.
///
/// String interpolation, `print`, `dump`, debuggers and test failures show the type alone.
/// Code that needs the content asks for it by name (`digits`, `text`, …).
public protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
}

extension Redacted {
    public var description: String { "\(Self.self)(…)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child]) }
}
