/// The exception for people who share a car: its plate may stand on several cards.
public struct CarSharing: Hashable, Sendable {
    public let leastUsers: Int
    public let leastDomiciledInRegion: Int
}
