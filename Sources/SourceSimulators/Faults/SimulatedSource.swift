/// One of the simulated sources, by the name that the control port uses.
public enum SimulatedSource: String, Hashable, Sendable, CaseIterable {
    /// The Crossroads Bank: national register and driving licences.
    case ksz
    /// The vehicle register.
    case div
}
