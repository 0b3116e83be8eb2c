public import AccessRights
public import Facts

/// One request that is to be counted against a quota.
public struct QuotaReservation: Hashable, Sendable {
    public let authorisation: AuthorisationID
    /// The day in Belgium.
    public let day: CalendarDate
    /// A code of the official, 32 bytes, that means nothing without the gateway's secret; `nil`
    /// when nobody is identified.
    public let official: [UInt8]?
    public let quota: Quota

    public init(
        authorisation: AuthorisationID, day: CalendarDate, official: [UInt8]?, quota: Quota
    ) {
        self.authorisation = authorisation
        self.day = day
        self.official = official
        self.quota = quota
    }
}
