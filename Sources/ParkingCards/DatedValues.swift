public import Facts

/// A value through time, in two senses: since when each value applies, and since when it was known.
///
/// A later correction is a new entry, never an edit, so that an old decision can be made again as
/// it was made then. An entry without a value ends a rule.
public struct DatedValues<Value: Hashable & Sendable>: Hashable, Sendable {
    /// One value from one day on.
    public struct Entry: Hashable, Sendable {
        /// The first day on which it applies.
        public let from: CalendarDate
        /// The first day on which it was known.
        public let recorded: CalendarDate
        /// `nil` where the rule ends.
        public let value: Value?
        public let reference: LegalReference
    }

    /// In the order of `from`, then `recorded`; no two share both.
    public let entries: [Entry]

    init(_ entries: [Entry]) {
        self.entries = entries.sorted { ($0.from, $0.recorded) < ($1.from, $1.recorded) }
    }

    /// The entry that applies on `day`, as it was known on `known`; `nil` before the first.
    ///
    /// The latest `from` wins; among equals, the one recorded last.
    public func entry(on day: CalendarDate, asKnownOn known: CalendarDate) -> Entry? {
        entries.last { $0.from <= day && $0.recorded <= known }
    }

    /// The value that applies on `day`, as it was known on `known`; `nil` when there is none.
    public func value(on day: CalendarDate, asKnownOn known: CalendarDate) -> Value? {
        entry(on: day, asKnownOn: known)?.value
    }
}
