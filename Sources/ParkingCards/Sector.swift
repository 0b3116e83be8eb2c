public import Facts
public import Gateway

/// A part of the municipality in which a card is valid.
public struct Sector: Hashable, Sendable {
    public let id: SectorID
    public let label: LocalizedText
    public let area: Area
}
