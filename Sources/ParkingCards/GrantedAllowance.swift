/// The visits that a card allows.
public struct GrantedAllowance: Hashable, Sendable {
    public let visits: Int
    public let free: Int
    public let unit: ParkingPeriod
}
