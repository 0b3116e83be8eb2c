/// How a municipality divides itself into sectors.
public struct SectorPlan: Hashable, Sendable {
    /// How the sector of a card is found.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        case wholeMunicipality = "whole_municipality"
        /// Drawn on a map, of which the product knows the lists alone.
        case fixed
        /// The cell of the address and some that lie next to it.
        case byAddress = "by_address"
        case list
    }

    public let mode: Mode
    /// The name of the map on which the sectors are drawn.
    public let source: String?
    /// How many cells a sector by address counts.
    public let cells: Int?
    /// Whether those cells lie next to each other.
    public let isContiguous: Bool?
    /// In the order of the file; none when the map alone tells.
    public let sectors: [Sector]
}
