/// An amount of money in euros, exact to the cent.
public struct Euros: Hashable, Sendable, Comparable {
    public let cents: Int

    /// Reads up to five digits, optionally with a point and two more (`28`, `28.50`); otherwise
    /// `nil`.
    public init?(parsing text: String) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard (1...5).contains(parts[0].count), parts.count == 1 || parts[1].count == 2 else {
            return nil
        }
        var value = 0
        for byte in parts.joined() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        cents = parts.count == 1 ? value * 100 : value
    }

    /// Takes a whole number of cents, never negative.
    public init(cents: Int) {
        precondition(cents >= 0, "an amount is not negative")
        self.cents = cents
    }

    /// The amount as `28.00`.
    public var text: String {
        let rest = cents % 100
        return "\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    public static func < (left: Euros, right: Euros) -> Bool { left.cents < right.cents }
}
