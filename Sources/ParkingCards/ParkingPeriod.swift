/// How long one visit may last, in minutes, written `PT4H30M` (ISO 8601 duration).
public struct ParkingPeriod: Hashable, Sendable {
    public let minutes: Int

    /// Reads `PT`, hours with `H` and minutes with `M`, either of which may be left out; at most a
    /// day. Otherwise `nil`.
    public init?(parsing text: String) {
        guard text.hasPrefix("PT") else { return nil }
        var rest = text.dropFirst(2)
        guard !rest.isEmpty else { return nil }
        var total = 0
        for (unit, length) in [("H" as Character, 60), ("M", 1)] {
            guard let end = rest.firstIndex(of: unit) else { continue }
            guard let number = ISODuration.count(rest[..<end]) else { return nil }
            total += number * length
            rest = rest[rest.index(after: end)...]
        }
        guard rest.isEmpty, (1...1440).contains(total) else { return nil }
        minutes = total
    }
}
