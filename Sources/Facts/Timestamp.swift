/// An instant: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Timestamp: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The UTC day of the instant.
    public var utcDate: CalendarDate { CalendarDate(daysSinceEpoch: utcDaysSinceEpoch) }

    /// The UTC day of the instant, in days since 1 January 1970.
    public var utcDaysSinceEpoch: Int {
        Int(
            milliseconds >= 0
                ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000)
    }

    /// RFC 3339 in UTC with milliseconds, `2026-11-21T09:14:02.125Z`.
    public var text: String {
        var text: [UInt8] = []
        text.reserveCapacity(24)
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends ``text``.
    public func append(to text: inout [UInt8]) {
        let ofDay = ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000
        utcDate.append(to: &text)
        text.append(UInt8(ascii: "T"))
        Digits.append(Int(ofDay / 3_600_000), width: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Digits.append(Int(ofDay / 60_000 % 60), width: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Digits.append(Int(ofDay / 1000 % 60), width: 2, to: &text)
        text.append(UInt8(ascii: "."))
        Digits.append(Int(ofDay % 1000), width: 3, to: &text)
        text.append(UInt8(ascii: "Z"))
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
