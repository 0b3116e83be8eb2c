/// A type of information of the National Register (informatietype, type d'information): three
/// digits, `020` for the address.
public struct InformationType: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
    public let code: String

    public init(stringLiteral code: String) {
        precondition(
            code.utf8.count == 3 && code.utf8.allSatisfy { (0x30...0x39).contains($0) },
            "an information type has three digits")
        self.code = code
    }

    public static func < (left: InformationType, right: InformationType) -> Bool {
        left.code < right.code
    }
}
