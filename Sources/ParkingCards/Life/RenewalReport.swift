public import CanonicalJSON

/// What became of the cards of a renewal run.
public struct RenewalReport: Hashable, Sendable {
    /// How many cards were looked at.
    public internal(set) var cards = 0
    /// Granted in this run, or in an earlier one that did not come to its end.
    public internal(set) var renewed = 0
    /// Of those renewed, how many cost nothing and are valid at once.
    public internal(set) var activated = 0
    /// Holders of whom it is proven that they were told of the renewal.
    public internal(set) var notified = 0
    /// Renewals that are not decided, by the code of the first reason.
    public internal(set) var undetermined: [String: Int] = [:]
    public internal(set) var proposedForRefusal = 0
    /// Cards of a type that is renewed on request alone.
    public internal(set) var onRequest = 0
    /// Cards that cannot be renewed yet, or not any more.
    public internal(set) var outsideWindow = 0
    /// Renewals that were closed: refused, withdrawn or lapsed.
    public internal(set) var closed = 0
    /// Cards for which the register gave no answer: the next run takes them up.
    public internal(set) var failed = 0

    public init() {}

    mutating func add(_ other: RenewalReport) {
        cards += other.cards
        renewed += other.renewed
        activated += other.activated
        notified += other.notified
        undetermined.merge(other.undetermined, uniquingKeysWith: +)
        proposedForRefusal += other.proposedForRefusal
        onRequest += other.onRequest
        outsideWindow += other.outsideWindow
        closed += other.closed
        failed += other.failed
    }

    public var json: JSONValue {
        var reasons = JSONObject()
        for (code, count) in undetermined { reasons[code] = .integer(Int64(count)) }
        var object: JSONObject = ["undetermined": .object(reasons)]
        for (name, count) in counts { object[name] = .integer(Int64(count)) }
        return .object(object)
    }

    /// The counts by their names, in the order in which they are told.
    public var counts: [(name: String, count: Int)] {
        [
            ("cards", cards), ("renewed", renewed), ("activated", activated),
            ("notified", notified), ("proposedForRefusal", proposedForRefusal),
            ("onRequest", onRequest), ("outsideWindow", outsideWindow), ("closed", closed),
            ("failed", failed),
        ]
    }
}
