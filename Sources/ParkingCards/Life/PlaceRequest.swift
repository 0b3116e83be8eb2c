public import Facts

/// A place in a quota that a grant needs.
public struct PlaceRequest: Hashable, Sendable {
    public let key: PlaceKey
    /// How many cards may count together, the new one included.
    public let maximum: Int
    /// How many the whole municipality gives.
    public let municipalCap: Int?
    /// How many other cards the decision counted: its rank and its amount rest on that.
    public let others: Int
    /// How many other cards of the municipality it counted.
    public let municipalOthers: Int?
    public let plates: [Plate]
    /// Those of them that may stand on several cards.
    public let sharedPlates: Set<Plate>
    /// `nil` for as long as it takes: a grant that an official has not confirmed never lapses.
    public var heldUntil: CalendarDate?
    /// The day on which places that lapsed count no more.
    public let day: CalendarDate

    public init(
        key: PlaceKey, maximum: Int, municipalCap: Int? = nil, others: Int,
        municipalOthers: Int? = nil, plates: [Plate], sharedPlates: Set<Plate> = [],
        heldUntil: CalendarDate?, on day: CalendarDate
    ) {
        self.key = key
        self.maximum = maximum
        self.municipalCap = municipalCap
        self.others = others
        self.municipalOthers = municipalOthers
        self.plates = plates
        self.sharedPlates = sharedPlates
        self.heldUntil = heldUntil
        self.day = day
    }
}
