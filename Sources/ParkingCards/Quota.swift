/// How many cards a type allows, and by what they are counted.
public struct Quota: Hashable, Sendable {
    /// What becomes of cards above a maximum that went down.
    public enum Grandfathering: String, Hashable, Sendable, CaseIterable {
        case no = "none"
        /// They stay until they expire and are not renewed.
        case keepUntilExpiry = "keep_until_expiry"
        /// They stay and are renewed under the maximum of the day on which they were given.
        case keepWhileRenewed = "keep_while_renewed"
    }

    public let key: QuotaKey
    public let maximum: DatedValues<QuotaMaximum>
    public let maximumBySector: [SectorID: DatedValues<QuotaMaximum>]
    public let grandfathering: Grandfathering
    /// How many cards of the type the whole municipality gives.
    public let municipalCap: DatedValues<Int>?
    public let platesPerCard: Int
    public let carSharing: CarSharing?
    public let allowance: Allowance?
}
