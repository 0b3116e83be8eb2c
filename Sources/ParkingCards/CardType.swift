/// A type of parking card. Its raw value is its key in a regulation file.
///
/// Which types there are is a municipality's own choice: it configures and never programs.
public struct CardType: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    /// Reads 1 to 32 small letters and underscores; otherwise `nil`.
    public init?(rawValue: String) {
        guard (1...32).contains(rawValue.utf8.count),
            rawValue.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x5F })
        else { return nil }
        self.rawValue = rawValue
    }

    private init(known rawValue: String) { self.rawValue = rawValue }

    /// The card of somebody who lives in the municipality (bewonerskaart, carte riverain).
    public static let resident = CardType(known: "resident")
    /// The card of an enterprise with an establishment in the municipality.
    public static let business = CardType(known: "business")
    /// The allowance with which somebody who lives there receives visitors.
    public static let visitor = CardType(known: "visitor")
}
